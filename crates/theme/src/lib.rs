//! Themes as folders: made ready for rendering, and checked. A pure function over files: who reads the folder, waits for
//! its changes and shows what was found is somebody else.
//!
//! Read in this order: `files` (what lies in a folder), `ready` (made ready, or all that is in the way), `check` (what can
//! be judged without a page), `css/`, `marks` and `pages/` (what is judged on pages).

mod check;
mod css;
mod files;
mod finding;
mod marks;
mod messages;
mod pages;
mod ready;
mod settings;
mod words;

pub use check::check;
pub use files::{FOLDER, FileMap, is_read};
pub use finding::{Finding, Grade};
pub use marks::marked;
pub use pages::Pages;
pub use ready::{Ready, ready};
pub use settings::widths;

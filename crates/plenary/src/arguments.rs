//! What can be typed. Every command has an example in its help.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use content::Subject;
use language::Locale;

/// The newsroom of a coalition: many members, many languages, one voice.
#[derive(Debug, Parser)]
#[command(
    name = "plenary",
    version,
    after_help = "Example: plenary demo\n\nExit codes: 0 done, 1 a problem that was told, 2 typed wrongly."
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Show a coalition's site with content made from public facts.
    #[command(after_help = "Example: plenary demo --listen 127.0.0.1:8080")]
    Demo(Demo),
    /// Make the data directory of an empty coalition.
    #[command(after_help = "Example: plenary init coalition --name 'Our Coalition' --locales ar,fr,en")]
    Init(Init),
    /// Press what changes and answer visitors.
    #[command(after_help = "Example: plenary serve --data coalition")]
    Serve(Serve),
    /// Take content in from files, or write it out.
    #[command(subcommand, after_help = "Example: plenary content import --data coalition ./texts")]
    Content(ContentCommand),
    /// Write the whole site as a folder that any web server can serve.
    #[command(after_help = "Example: plenary press --data coalition --output ./site")]
    Press(Press),
    /// Look at editions, put an old one back, resume.
    #[command(subcommand, after_help = "Example: plenary edition list --data coalition")]
    Edition(EditionCommand),
    /// Tell which translations are missing or have missed something.
    #[command(after_help = "Example: plenary translations --data coalition --locale ar")]
    Translations(Translations),
    /// Tell what a text has said in public, with what was corrected.
    #[command(after_help = "Example: plenary history --data coalition story/rome-2021 en")]
    History(History),
    /// Read the record of who did what, and prove that it is whole.
    #[command(subcommand, after_help = "Example: plenary audit verify --data coalition")]
    Audit(AuditCommand),
    /// Remove pictures, recordings and documents for good.
    #[command(
        subcommand,
        after_help = "Example: plenary media remove --data coalition bridge.jpg --reason 'Consent withdrawn'"
    )]
    Media(MediaCommand),
    /// Begin a theme of one's own, or check one.
    #[command(
        subcommand,
        after_help = "Example: plenary theme new my-theme\n\nThe guide: docs/theme-guide.md"
    )]
    Theme(ThemeCommand),
    /// Make one picture or recording into what the public is given; the program starts this itself.
    #[command(
        hide = true,
        after_help = "Example: plenary develop-media --widths 320,640 < bridge.jpg > out"
    )]
    DevelopMedia(DevelopMedia),
}

#[derive(Debug, Subcommand)]
pub(crate) enum AuditCommand {
    /// Go through the record and say whether a row was changed, removed or put elsewhere.
    #[command(after_help = "Example: plenary audit verify --data coalition --known 2781:5f0c…")]
    Verify(AuditVerify),
    /// Print the record, the oldest row first.
    #[command(after_help = "Example: plenary audit list --data coalition --act withdraw")]
    List(AuditList),
}

#[derive(Debug, Args)]
pub(crate) struct AuditVerify {
    #[command(flatten)]
    pub(crate) data: Data,
    /// An end of the record that was written down elsewhere: POSITION:HASH.
    #[arg(long, value_name = "END")]
    pub(crate) known: Option<String>,
    /// Print one JSON object.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct AuditList {
    #[command(flatten)]
    pub(crate) data: Data,
    /// Only rows behind this one.
    #[arg(long, value_name = "POSITION", default_value_t = 0)]
    pub(crate) after: i64,
    /// Only what this person did.
    #[arg(long)]
    pub(crate) actor: Option<String>,
    /// Only this act, such as publish.
    #[arg(long)]
    pub(crate) act: Option<String>,
    /// Only what was done to this, such as story/rome-2021.
    #[arg(long)]
    pub(crate) subject: Option<String>,
    /// Print one JSON object a line.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ThemeCommand {
    /// Copy the theme that comes with the program into a new or empty folder.
    #[command(after_help = "Example: plenary theme new my-theme")]
    New(NewTheme),
    /// Tell what is wrong in a theme: what does not compile, missing messages, left and right in style sheets, weak
    /// contrast, controls without names.
    #[command(after_help = "Example: plenary theme check my-theme")]
    Check(CheckTheme),
}

#[derive(Debug, Args)]
pub(crate) struct NewTheme {
    /// The folder to make; new or empty.
    pub(crate) folder: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct CheckTheme {
    /// The theme's folder; otherwise the theme that plenary.toml names, or the one that comes with the program.
    pub(crate) folder: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) data: Data,
    /// Print one JSON object.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum MediaCommand {
    /// Remove a picture, recording or document from all pages, from the store, and from every edition that is kept.
    #[command(after_help = "Example: plenary media remove --data coalition bridge.jpg --reason 'Consent withdrawn'")]
    Remove(RemoveMedia),
}

#[derive(Debug, Args)]
pub(crate) struct RemoveMedia {
    #[command(flatten)]
    pub(crate) data: Data,
    /// Its name, as its file in media/.
    pub(crate) name: String,
    /// Why, for the record.
    #[arg(long, default_value = "")]
    pub(crate) reason: String,
    /// Who acts; the user of the system otherwise.
    #[arg(long)]
    pub(crate) actor: Option<String>,
    /// Answer in JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct DevelopMedia {
    /// The widths of a picture in pixels.
    #[arg(long, value_delimiter = ',', default_value = "320,640,960,1280")]
    pub(crate) widths: Vec<u32>,
    /// That it is a recording, and how its name ends.
    #[arg(long, value_name = "ENDING")]
    pub(crate) recording: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// Where to answer; the next free port is taken if this one is not free.
    #[arg(long, value_name = "ADDR")]
    pub(crate) listen: Option<SocketAddr>,
    /// Where to keep the data; a temporary folder otherwise, removed at the end.
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// A folder with a theme: its changes show when a page is loaded again.
    #[arg(long, value_name = "PATH")]
    pub(crate) theme: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Init {
    /// The directory to make.
    pub(crate) dir: PathBuf,
    /// The coalition's name.
    #[arg(long, default_value = "Our Coalition")]
    pub(crate) name: String,
    /// Its languages, the default first.
    #[arg(long, value_delimiter = ',', default_value = "en,ar,fr")]
    pub(crate) locales: Vec<Locale>,
    /// `sqlite`, or the address of a PostgreSQL database (`postgres://user:password@host/name`).
    #[arg(long, default_value = "sqlite")]
    pub(crate) database: String,
}

#[derive(Debug, Args)]
pub(crate) struct Data {
    /// The data directory.
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(crate) data: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) data: Data,
    /// Where to answer, if not as plenary.toml says.
    #[arg(long, value_name = "ADDR")]
    pub(crate) listen: Option<SocketAddr>,
    /// A folder with a theme, if not as plenary.toml says.
    #[arg(long, value_name = "PATH")]
    pub(crate) theme: Option<PathBuf>,
    /// Read the theme again whenever one of its files changes; for those who work on it, not for the public.
    #[arg(long)]
    pub(crate) watch_theme: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ContentCommand {
    /// Take files in: all of them, or none if one has a problem.
    #[command(
        after_help = "Example: plenary content import --data coalition --dry-run ./texts\n\nThe format of the files: docs/content-files.md"
    )]
    Import(Import),
    /// Write everything as files, with the identities of blocks.
    #[command(after_help = "Example: plenary content export --data coalition ./texts")]
    Export(Export),
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    #[command(flatten)]
    pub(crate) data: Data,
    /// Content folders, or single files within one.
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// Tell what would happen, and write nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// The changes to source texts are minor: their translations stay current.
    #[arg(long)]
    pub(crate) minor: bool,
    /// Who does it, for the record.
    #[arg(long, value_name = "NAME")]
    pub(crate) actor: Option<String>,
    /// Print one JSON object.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    #[command(flatten)]
    pub(crate) data: Data,
    /// The folder to write to; new or empty.
    pub(crate) out: PathBuf,
    /// Print one JSON object.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Press {
    #[command(flatten)]
    pub(crate) data: Data,
    /// The folder to write to; new or empty. Without it the edition is only made.
    #[arg(long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// A folder with a theme, if not as plenary.toml says.
    #[arg(long, value_name = "PATH")]
    pub(crate) theme: Option<PathBuf>,
    /// Make everything anew from the store, as if nothing had been pressed before.
    #[arg(long)]
    pub(crate) rebuild: bool,
    /// Print one JSON object.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum EditionCommand {
    /// List the editions that are kept.
    #[command(after_help = "Example: plenary edition list --data coalition --json")]
    List(EditionList),
    /// Show what one edition holds.
    #[command(after_help = "Example: plenary edition show 12 --data coalition")]
    Show(EditionOne),
    /// Tell the paths in which two editions differ.
    #[command(after_help = "Example: plenary edition diff 11 12 --data coalition")]
    Diff(EditionDiff),
    /// Put an old edition back, less all that was withdrawn, deleted or held since; the press then waits.
    #[command(after_help = "Example: plenary edition rollback 11 --data coalition --actor 'Duty editor'")]
    Rollback(EditionRollback),
    /// Let the press go on after a rollback.
    #[command(after_help = "Example: plenary edition resume --data coalition --actor 'Duty editor'")]
    Resume(EditionResume),
}

#[derive(Debug, Args)]
pub(crate) struct EditionList {
    #[command(flatten)]
    pub(crate) data: Data,
    /// Print one JSON object.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct EditionOne {
    /// The edition's number.
    pub(crate) number: u64,
    #[command(flatten)]
    pub(crate) data: Data,
    /// Print one JSON object.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct EditionDiff {
    /// The earlier edition's number.
    pub(crate) from: u64,
    /// The later edition's number.
    pub(crate) to: u64,
    #[command(flatten)]
    pub(crate) data: Data,
    /// Print one JSON object.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct EditionRollback {
    /// The number of the edition to put back.
    pub(crate) number: u64,
    #[command(flatten)]
    pub(crate) data: Data,
    /// Who decides it, for the record.
    #[arg(long, value_name = "NAME")]
    pub(crate) actor: Option<String>,
    /// Print one JSON object.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct EditionResume {
    #[command(flatten)]
    pub(crate) data: Data,
    /// Who decides it, for the record.
    #[arg(long, value_name = "NAME")]
    pub(crate) actor: Option<String>,
    /// Print one JSON object.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct History {
    #[command(flatten)]
    pub(crate) data: Data,
    /// The entry, such as story/rome-2021.
    pub(crate) subject: Subject,
    /// The language of the text.
    pub(crate) locale: Locale,
    /// Print one JSON object.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Translations {
    #[command(flatten)]
    pub(crate) data: Data,
    /// Only this language.
    #[arg(long)]
    pub(crate) locale: Option<Locale>,
    /// Print one JSON object.
    #[arg(long)]
    pub(crate) json: bool,
}

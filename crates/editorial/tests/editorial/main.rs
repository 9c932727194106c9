//! What editors do, on a real store: acts at a desk, folders of files taken in and written out.

#[cfg(test)]
mod acts;
#[cfg(test)]
mod addresses;
#[cfg(test)]
mod cast;
#[cfg(test)]
mod conflicts;
#[cfg(test)]
mod corrections;
#[cfg(test)]
mod demo;
#[cfg(test)]
mod folders;
#[cfg(test)]
mod import;
#[cfg(test)]
mod logs;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod problems;
#[cfg(test)]
mod publication;
#[cfg(test)]
mod recordings;
#[cfg(test)]
mod roles;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod translations;

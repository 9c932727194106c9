//! The server over real connections on loopback.

#[cfg(test)]
mod addresses;
#[cfg(test)]
mod answers;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod searching;
#[cfg(test)]
mod site;

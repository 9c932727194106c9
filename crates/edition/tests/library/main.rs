//! Libraries of editions, tested through the public API.

#[cfg(test)]
mod editions;
#[cfg(test)]
mod recovery;
#[cfg(test)]
mod site;
#[cfg(test)]
mod upkeep;

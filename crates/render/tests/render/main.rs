//! What pages show, tested from outside, in a world in memory.

#[cfg(test)]
mod bodies;
#[cfg(test)]
mod corrections;
#[cfg(test)]
mod entries;
#[cfg(test)]
mod everything;
#[cfg(test)]
mod facts;
#[cfg(test)]
mod feeds;
#[cfg(test)]
mod gatherings;
#[cfg(test)]
mod home;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod machines;
#[cfg(test)]
mod members;
#[cfg(test)]
mod missing;
#[cfg(test)]
mod posts;
#[cfg(test)]
mod privacy;
#[cfg(test)]
mod reads;
#[cfg(test)]
mod recordings;
#[cfg(test)]
mod searching;
#[cfg(test)]
mod speed;
#[cfg(test)]
mod theme;
#[cfg(test)]
mod world;

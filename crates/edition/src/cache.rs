//! Recently used tree nodes and fragments, bounded in bytes. All are named by their hash, so all editions of a library
//! share the cache.

use crate::Hash;
use crate::branch::Branch;
use crate::leaf::Leaf;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Bytes of nodes and fragments that a library keeps in memory.
pub(crate) const NODE_CACHE_BYTES: usize = 32 << 20;
/// What a branch takes in memory.
const BRANCH_BYTES: usize = 64 * 32;

/// A node of the tree, or the bytes of a fragment.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    Branch(Arc<Branch>),
    Leaf(Arc<Leaf>),
    Fragment(Arc<[u8]>),
}

impl Node {
    fn bytes(&self) -> usize {
        match self {
            Node::Branch(_) => BRANCH_BYTES,
            Node::Leaf(leaf) => leaf.size(),
            Node::Fragment(bytes) => bytes.len(),
        }
    }
}

/// Two generations: when the young one reaches half the bound it becomes the old one, and the former old one is
/// forgotten.
#[derive(Debug)]
pub(crate) struct NodeCache {
    bound: usize,
    nodes: Mutex<Generations>,
}

#[derive(Debug, Default)]
struct Generations {
    young: HashMap<Hash, Node>,
    young_bytes: usize,
    old: HashMap<Hash, Node>,
}

impl NodeCache {
    pub(crate) fn new(bound: usize) -> NodeCache {
        NodeCache {
            bound,
            nodes: Mutex::default(),
        }
    }

    pub(crate) fn get(&self, hash: &Hash) -> Option<Node> {
        let mut nodes = self.nodes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(node) = nodes.young.get(hash) {
            return Some(node.clone());
        }
        let node = nodes.old.remove(hash)?;
        nodes.keep(*hash, node.clone(), self.bound);
        Some(node)
    }

    pub(crate) fn put(&self, hash: Hash, node: Node) {
        self.nodes
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .keep(hash, node, self.bound);
    }
}

impl Generations {
    fn keep(&mut self, hash: Hash, node: Node, bound: usize) {
        let bytes = node.bytes();
        if self.young_bytes + bytes > bound / 2 {
            self.old = std::mem::take(&mut self.young);
            self.young_bytes = 0;
        }
        if self.young.insert(hash, node).is_none() {
            self.young_bytes += bytes;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn branch() -> Node {
        Node::Branch(Arc::new(Branch::empty()))
    }

    #[test]
    fn keeps_what_is_used_and_stays_within_its_bound() {
        let cache = NodeCache::new(10 * BRANCH_BYTES);
        let favourite = Hash::of(b"root");
        cache.put(favourite, branch());
        for n in 0..1000u32 {
            cache.put(Hash::of(&n.to_le_bytes()), branch());
            assert!(cache.get(&favourite).is_some());
            let nodes = cache.nodes.lock().unwrap();
            assert!(nodes.young.len() + nodes.old.len() <= 10);
        }
        assert!(cache.get(&Hash::of(&0u32.to_le_bytes())).is_none());
    }
}

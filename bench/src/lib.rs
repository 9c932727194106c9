//! bench-plenary

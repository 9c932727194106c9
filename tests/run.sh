#!/usr/bin/env bash
# The whole test suite (grows below).
set -eu
cargo test --workspace

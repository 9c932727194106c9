//! The bytes of an answer: held in memory and shared with the cache, or read from the edition piece by piece as the
//! visitor takes them.

use crate::bodies::Failure;
use edition::{Edition, Hash};
use hyper::body::{Body, Bytes, Frame, SizeHint};
use std::ops::RangeInclusive;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tokio::task::JoinHandle;

/// Answers longer than this are not held in memory when they are neither joined nor compressed: films, sounds, large
/// pictures.
pub(crate) const MAX_HELD_BYTES: u64 = 1 << 20;
/// What is read at a time.
const PIECE_BYTES: usize = 256 << 10;

/// The body of an answer.
#[derive(Debug)]
pub(crate) enum Payload {
    Held(Bytes),
    Pieces(Pieces),
}

/// Bytes of an object that are still to be read.
#[derive(Debug)]
pub(crate) struct Pieces {
    edition: Edition,
    hash: Hash,
    next: u64,
    end: u64,
    reading: Option<JoinHandle<edition::Result<Vec<u8>>>>,
}

impl Payload {
    /// The bytes in `range` of the object called `hash`.
    pub(crate) fn pieces(edition: &Edition, hash: Hash, range: RangeInclusive<u64>) -> Payload {
        let (next, end) = (*range.start(), range.end().saturating_add(1));
        Payload::Pieces(Pieces {
            edition: edition.clone(),
            hash,
            next,
            end,
            reading: None,
        })
    }
}

impl Pieces {
    fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Failure>>> {
        let left = self.end.saturating_sub(self.next);
        if left == 0 {
            return Poll::Ready(None);
        }
        let (edition, hash, next) = (self.edition.clone(), self.hash, self.next);
        let length = usize::try_from(left).unwrap_or(usize::MAX).min(PIECE_BYTES);
        let reading = self
            .reading
            .get_or_insert_with(|| tokio::task::spawn_blocking(move || edition.blob_part(&hash, next, length)));
        let read = ready!(Pin::new(reading).poll(cx));
        self.reading = None;
        Poll::Ready(Some(match read {
            Ok(Ok(bytes)) if !bytes.is_empty() => {
                self.next += bytes.len() as u64;
                Ok(Frame::data(Bytes::from(bytes)))
            }
            Ok(Ok(_)) => Err(Failure::Short),
            Ok(Err(error)) => Err(error.into()),
            Err(error) => Err(error.into()),
        }))
    }
}

impl Body for Payload {
    type Data = Bytes;
    type Error = Failure;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Failure>>> {
        match self.get_mut() {
            Payload::Held(bytes) if bytes.is_empty() => Poll::Ready(None),
            Payload::Held(bytes) => Poll::Ready(Some(Ok(Frame::data(std::mem::take(bytes))))),
            Payload::Pieces(pieces) => pieces.poll_piece(cx),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.size_hint().exact() == Some(0)
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(match self {
            Payload::Held(bytes) => bytes.len() as u64,
            Payload::Pieces(pieces) => pieces.end.saturating_sub(pieces.next),
        })
    }
}

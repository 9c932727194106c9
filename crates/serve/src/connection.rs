//! One visitor's connection: HTTP/1 with bounded headers, a time for each step, and an orderly end.

use crate::answer::Answerer;
use crate::options::Limits;
use crate::stall::Stall;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::pin::pin;
use std::sync::Arc;
use tokio::net::TcpStream;
use tokio::sync::watch;

/// Most bytes that a connection keeps of what is read or to be written; large bodies are not copied into it.
const BUFFER_BYTES: usize = 64 << 10;

/// Serves the connection until either side closes it, a limit is passed, or the server stops.
pub(crate) async fn serve(
    stream: TcpStream,
    answerer: Arc<Answerer>,
    limits: &Limits,
    mut stopping: watch::Receiver<bool>,
) {
    // Without it answers still arrive, only later.
    let _ = stream.set_nodelay(true);
    let service = service_fn(|request| {
        let answerer = answerer.clone();
        async move { Ok::<_, Infallible>(answerer.answer(&request).await) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.header_timeout)
        .max_header_size(limits.max_header_bytes)
        .max_buf_size(BUFFER_BYTES.max(limits.max_header_bytes))
        .serve_connection(TokioIo::new(Stall::new(stream, limits.stall_timeout)), service);
    let mut connection = pin!(connection);
    // A broken connection is the visitor's affair: nothing to do, nothing to log.
    let _ = tokio::select! {
        end = connection.as_mut() => end,
        _ = stopping.changed() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
}

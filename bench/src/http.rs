//! As much of HTTP/1.1 (RFC 9112) as it takes to ask one's own server again and again over one connection.

use std::io::{BufRead, BufReader, Error, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use crate::failure::Failure;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The body as it is, not compressed.
    pub body: Vec<u8>,
}

impl Answer {
    /// Whether some words stand in the body.
    pub fn holds(&self, words: &str) -> bool {
        self.body
            .windows(words.len().max(1))
            .any(|window| window == words.as_bytes())
    }
}

/// A visitor who keeps the connection open.
#[derive(Debug)]
pub struct Visitor {
    server: SocketAddr,
    connection: Option<BufReader<TcpStream>>,
}

impl Visitor {
    /// A visitor of a server.
    pub fn new(server: SocketAddr) -> Visitor {
        Visitor {
            server,
            connection: None,
        }
    }

    /// Asks for a path, encoded already. A connection that the server has closed meanwhile is opened again.
    ///
    /// # Errors
    /// If the server cannot be reached or does not speak HTTP.
    pub fn get(&mut self, path: &str) -> Result<Answer, Failure> {
        let had_one = self.connection.is_some();
        let answer = match self.ask(path) {
            Err(_) if had_one => self.ask(path),
            other => other,
        };
        answer.map_err(|error| Failure::Http(self.server.to_string(), error))
    }

    fn ask(&mut self, path: &str) -> Result<Answer, Error> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => connect(self.server)?,
        };
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.server);
        connection.get_mut().write_all(request.as_bytes())?;
        let answer = read(&mut connection)?;
        self.connection = Some(connection);
        Ok(answer)
    }
}

fn connect(server: SocketAddr) -> Result<BufReader<TcpStream>, Error> {
    let stream = TcpStream::connect_timeout(&server, PATIENCE)?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    Ok(BufReader::new(stream))
}

fn read(connection: &mut impl BufRead) -> Result<Answer, Error> {
    let malformed = |what: &str| Error::new(ErrorKind::InvalidData, what.to_owned());
    let mut line = String::new();
    if connection.read_line(&mut line)? == 0 {
        return Err(ErrorKind::UnexpectedEof.into());
    }
    let status = line.split(' ').nth(1).and_then(|status| status.parse().ok());
    let status = status.ok_or_else(|| malformed("no status"))?;
    let mut length = None;
    loop {
        line.clear();
        connection.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(':') else {
            break;
        };
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse::<u64>().ok();
        }
    }
    let length = length.ok_or_else(|| malformed("no length"))?;
    let mut body = Vec::new();
    let got = connection.take(length).read_to_end(&mut body)?;
    match u64::try_from(got) == Ok(length) {
        true => Ok(Answer { status, body }),
        false => Err(ErrorKind::UnexpectedEof.into()),
    }
}

/// A path as it is sent: what is not plain ASCII is encoded.
pub fn encoded(path: &str) -> String {
    path.bytes()
        .map(|byte| {
            if byte.is_ascii_graphic() {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_ends_where_its_length_says() {
        let mut two =
            &b"HTTP/1.1 410 Gone\r\nContent-Length: 4\r\nX: y\r\n\r\nawayHTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"
                [..];
        assert_eq!(
            read(&mut two).unwrap(),
            Answer {
                status: 410,
                body: b"away".to_vec()
            }
        );
        assert_eq!(
            read(&mut two).unwrap(),
            Answer {
                status: 200,
                body: Vec::new()
            }
        );
        assert!(read(&mut two).is_err());
    }

    #[test]
    fn what_is_no_answer_is_an_error() {
        for wrong in [
            &b"hello\r\n\r\n"[..],
            b"HTTP/1.1 200 OK\r\n\r\n",
            b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort",
        ] {
            assert!(read(&mut &wrong[..]).is_err());
        }
    }

    #[test]
    fn paths_are_sent_in_ascii() {
        assert_eq!(encoded("/en/a-b/"), "/en/a-b/");
        assert_eq!(encoded("/ar/خ/"), "/ar/%D8%AE/");
    }
}

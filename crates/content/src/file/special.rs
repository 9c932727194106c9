//! Tables that are more than tables: credits, chapters, seasons. The first cell of their head is a name in braces; what
//! else stands in the head is for those who read the file.

use jiff::civil::Date;

use super::problem::Problems;
use crate::body::{Chapter, Content, Credit, Inline, Season, Target};
use crate::subject::{Noun, Subject};

/// Rows of a table, each of cells, each of runs.
pub(super) type Rows = Vec<Vec<Vec<Inline>>>;

/// The longest recording, in seconds.
const SECONDS_MAX: u32 = 24 * 3_600;

/// What a table is, if it is more than a table.
pub(super) fn from_rows(rows: &Rows, line: usize, problems: &mut Problems) -> Option<Content> {
    let name = plain(rows.first()?.first()?)?;
    let rows = rows.iter().skip(1).enumerate();
    let mut place = Place { line, problems };
    match name.as_str() {
        "{credits}" => {
            let credits = rows.map(|(row, cells)| credit(cells, place.at(line, row)));
            Some(Content::Credits(credits.collect()))
        }
        "{chapters}" => {
            let chapters = rows.filter_map(|(row, cells)| chapter(cells, place.at(line, row)));
            Some(Content::Chapters(chapters.collect()))
        }
        "{seasons}" => {
            let seasons = rows.filter_map(|(row, cells)| season(cells, place.at(line, row)));
            Some(Content::Seasons(seasons.collect()))
        }
        _ => None,
    }
}

/// The table that a block is written as, if it is one of these.
pub(super) fn to_rows(content: &Content) -> Option<Rows> {
    let head = |names: &[&str]| names.iter().map(|name| words(name)).collect::<Vec<_>>();
    match content {
        Content::Credits(credits) => {
            let rows = credits.iter().map(|credit| {
                let member = credit.member.as_ref();
                let member =
                    member.map(|member| vec![Inline::Link(Target::Subject(member.clone()), words(member.key()))]);
                vec![
                    credit.role.clone(),
                    credit.name.clone(),
                    credit.office.clone(),
                    member.unwrap_or_default(),
                    credit.as_of.map(|day| words(&day.to_string())).unwrap_or_default(),
                ]
            });
            let head = head(&["{credits}", "name", "office", "member", "as of"]);
            Some(std::iter::once(head).chain(rows).collect())
        }
        Content::Chapters(chapters) => {
            let rows = chapters
                .iter()
                .map(|chapter| vec![words(&clock(chapter.at)), chapter.title.clone()]);
            Some(std::iter::once(head(&["{chapters}", "title"])).chain(rows).collect())
        }
        Content::Seasons(seasons) => {
            let rows = seasons
                .iter()
                .map(|season| vec![words(&season.number.to_string()), season.title.clone()]);
            Some(std::iter::once(head(&["{seasons}", "title"])).chain(rows).collect())
        }
        _ => None,
    }
}

struct Place<'p> {
    line: usize,
    problems: &'p mut Problems,
}

impl<'p> Place<'p> {
    /// A row of a table that begins on a line: below its head and the line of dashes.
    fn at(&mut self, table: usize, row: usize) -> &mut Place<'p> {
        self.line = table + 2 + row;
        self
    }

    fn problem(&mut self, message: String, remedy: &str) {
        self.problems.at(self.line, "", message, remedy);
    }
}

fn credit(cells: &[Vec<Inline>], place: &mut Place<'_>) -> Credit {
    let cell = |column: usize| cells.get(column).cloned().unwrap_or_default();
    let credit = Credit {
        role: cell(0),
        name: cell(1),
        office: cell(2),
        member: member(&cell(3), place),
        as_of: day(&cell(4), place),
    };
    if credit.name.is_empty() && credit.office.is_empty() && credit.member.is_none() {
        place.problem(
            "this credit names nobody".to_owned(),
            "write a name, an office or a member",
        );
    }
    credit
}

fn member(cell: &[Inline], place: &mut Place<'_>) -> Option<Subject> {
    match cell {
        [] => None,
        [Inline::Link(Target::Subject(subject), _)] if subject.noun() == Noun::Member => Some(subject.clone()),
        _ => {
            let message = "the fourth column is a member and nothing else".to_owned();
            place.problem(message, "write [Italy](member/italy), or leave it empty");
            None
        }
    }
}

fn day(cell: &[Inline], place: &mut Place<'_>) -> Option<Date> {
    if cell.is_empty() {
        return None;
    }
    let day = plain(cell).and_then(|text| text.parse().ok());
    if day.is_none() {
        place.problem(
            "the fifth column is a day and nothing else".to_owned(),
            "write it as 2022-11-24, or leave it empty",
        );
    }
    day
}

fn chapter(cells: &[Vec<Inline>], place: &mut Place<'_>) -> Option<Chapter> {
    let at = cells.first().and_then(|cell| plain(cell));
    let at = at.as_deref().and_then(seconds);
    if at.is_none() {
        place.problem(
            "a chapter does not say where it begins".to_owned(),
            "write minutes and seconds, 1:20, or 1:02:03",
        );
    }
    let title = titled(cells, place)?;
    Some(Chapter { at: at?, title })
}

fn season(cells: &[Vec<Inline>], place: &mut Place<'_>) -> Option<Season> {
    let number = cells.first().and_then(|cell| plain(cell));
    let number = number.and_then(|text| text.parse().ok()).filter(|number| *number > 0);
    if number.is_none() {
        place.problem("a season has no number".to_owned(), "write 1, 2, 3 in the first column");
    }
    let title = titled(cells, place)?;
    Some(Season { number: number?, title })
}

fn titled(cells: &[Vec<Inline>], place: &mut Place<'_>) -> Option<Vec<Inline>> {
    let title = cells.get(1).filter(|title| !title.is_empty()).cloned();
    if title.is_none() {
        place.problem("it has no title".to_owned(), "write one in the second column");
    }
    title
}

/// Seconds from `1:20`, `01:20` or `1:02:03`.
fn seconds(text: &str) -> Option<u32> {
    let parts: Vec<u32> = text.split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let found = match parts.as_slice() {
        [minutes, seconds] if *seconds < 60 => minutes.checked_mul(60)?.checked_add(*seconds)?,
        [hours, minutes, seconds] if *minutes < 60 && *seconds < 60 => {
            hours.checked_mul(3_600)?.checked_add(minutes * 60 + seconds)?
        }
        _ => return None,
    };
    (found <= SECONDS_MAX).then_some(found)
}

fn clock(seconds: u32) -> String {
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        hours => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// The words of a cell that holds nothing but plain words.
fn plain(cell: &[Inline]) -> Option<String> {
    match cell {
        [Inline::Text(text)] => Some(text.trim().to_owned()),
        _ => None,
    }
}

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.to_owned())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_reads_what_it_writes() {
        for at in [0, 59, 60, 80, 3_599, 3_600, 3_723, SECONDS_MAX] {
            assert_eq!(seconds(&clock(at)), Some(at));
        }
        for wrong in ["80", "1:60", "1:2:60", "-1:00", "1:2:3:4", "99:00:00", ""] {
            assert_eq!(seconds(wrong), None, "{wrong}");
        }
    }
}

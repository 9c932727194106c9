//! What is particular to episodes and videos.

use std::collections::BTreeMap;

use language::Locale;

use super::inline::Inline;
use crate::file::fields::Fields;
use crate::file::media::Purpose;
use crate::file::problem::Problems;
use crate::meta::{Episode, Video};
use crate::projection::EPISODES_MAX;
use crate::subject::{Noun, Subject};

pub(super) fn read_episode(fields: &mut Fields<'_>, problems: &mut Problems) -> Option<Episode> {
    let mut table = fields.table("episode", problems)?;
    let remedy = "write episode = { series = \"KEY\", number = 1 }";
    for name in ["series", "number"] {
        if !table.has(name) {
            table.problem(name, problems, "it is missing", remedy);
        }
    }
    let series = table.key("series", Noun::Series, problems);
    let season = table.count("season", EPISODES_MAX, problems);
    let number = table.count("number", EPISODES_MAX, problems);
    let audio = files(&mut table, "audio", Purpose::Sound, problems);
    let transcripts = files(&mut table, "transcripts", Purpose::Transcript, problems);
    table.end(&["series", "season", "number", "audio", "transcripts"], problems);
    Some(Episode {
        series: series?,
        season,
        number: number?,
        audio,
        transcripts,
    })
}

/// Files per language, each of a kind that suits.
fn files(table: &mut Fields<'_>, name: &str, purpose: Purpose, problems: &mut Problems) -> BTreeMap<Locale, Subject> {
    let found = table.keys_per_locale(name, Noun::Media, problems);
    for (message, remedy) in found.values().filter_map(|file| purpose.objection(file)) {
        table.problem(name, problems, message, remedy);
    }
    found
}

pub(super) fn write_episode(episode: &Episode) -> String {
    Inline::new()
        .text("series", episode.series.key())
        .maybe("season", episode.season)
        .raw("number", episode.number)
        .per_locale("audio", &episode.audio)
        .per_locale("transcripts", &episode.transcripts)
        .end()
}

pub(super) fn read_video(fields: &mut Fields<'_>, problems: &mut Problems) -> Option<Video> {
    let mut table = fields.table("video", problems)?;
    let video = Video {
        files: files(&mut table, "files", Purpose::Film, problems),
        captions: files(&mut table, "captions", Purpose::Captions, problems),
        address: table.address("address", problems),
    };
    table.end(&["files", "captions", "address"], problems);
    Some(video)
}

pub(super) fn write_video(video: &Video) -> String {
    Inline::new()
        .per_locale("files", &video.files)
        .per_locale("captions", &video.captions)
        .maybe_text("address", video.address.as_deref())
        .end()
}

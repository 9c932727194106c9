//! Acts by files: a new entry is taken in, or one that was written out, changed with an editor, and taken in again.

use std::collections::BTreeMap;

use content::Instant;

use crate::ambience::LOCALES;
use crate::cast::{DAY, locale};
use crate::failure::Failure;
use crate::scene::Scene;
use crate::words;

pub(super) fn import(scene: &mut Scene) -> Result<bool, Failure> {
    let file = if scene.chance.one_in(2) {
        Some(new_file(scene)?)
    } else {
        changed_file(scene)?
    };
    match file {
        Some((path, text)) => scene.import(&path, text),
        None => Ok(false),
    }
}

fn new_file(scene: &mut Scene) -> Result<(String, String), Failure> {
    let code = scene.chance.pick(&LOCALES).copied().unwrap_or("en");
    let (key, own) = (scene.fresh_key(), locale(code)?);
    let days = scene.chance.between(-3, 200);
    let date = Instant(scene.now.0 - days * DAY);
    let pen = scene.pen();
    let slug = pen.marks.slug();
    let [title, first, second] = [2, 8, 8].map(|most| words::sentence(pen.chance, pen.marks, own, most));
    let head = format!("title = \"{title}\"\nslug = \"{slug}\"\nsource = true\npublish = {date}\n");
    Ok((
        format!("stories/{key}.{code}.md"),
        format!("+++\n{head}+++\n{first}\n\n{second}\n"),
    ))
}

/// A text as it is written out, with a paragraph more.
fn changed_file(scene: &mut Scene) -> Result<Option<(String, String)>, Failure> {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut write = |path: &str, bytes: &[u8]| {
        files.insert(path.to_owned(), bytes.to_vec());
        Ok(())
    };
    editorial::export(&scene.own.store, &mut write, &|_| ())?;
    let texts: Vec<(String, Vec<u8>)> = files.into_iter().filter(|(path, _)| path.ends_with(".md")).collect();
    let Some((path, bytes)) = scene.chance.pick(&texts).cloned() else {
        return Ok(None);
    };
    let mut text = String::from_utf8(bytes).map_err(Failure::ground)?;
    let pen = scene.pen();
    let paragraph = words::sentence(pen.chance, pen.marks, locale("en")?, 8);
    text.push_str(&format!("\n{paragraph}\n"));
    Ok(Some((path, text)))
}

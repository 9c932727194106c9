//! Which of an entry's texts is the source of the others.

use content::file::EntryFile;
use content::record::Entry;
use language::Locale;

/// What is wrong: path, message, remedy.
pub(super) type Wrong<'a> = (&'a str, String, String);

const MARK: &str = "write source = true in the file of the text that the others are translated from, and only there";

/// The locale of the source, by what files and store say.
pub(super) fn source_of<'a>(texts: &'a [(String, EntryFile)], entry: Option<&Entry>) -> Result<Locale, Vec<Wrong<'a>>> {
    let marked: Vec<&(String, EntryFile)> = texts.iter().filter(|(_, file)| file.source).collect();
    let has_file = |locale: Locale| texts.iter().any(|(_, file)| file.locale == locale);
    let wrong = |at: &'a str, message: String| vec![(at, message, MARK.to_owned())];
    let source = match (marked.as_slice(), entry, texts) {
        ([(path, file)], Some(entry), _) if file.locale != entry.source && !has_file(entry.source) => {
            let message = format!("the store has the source of this entry in {}", entry.source);
            let remedy = format!(
                "remove it; to change the source, hand in the file in {} too",
                entry.source
            );
            return Err(vec![(path, message, remedy)]);
        }
        ([(_, file)], ..) => file.locale,
        ([], Some(entry), _) => entry.source,
        ([], None, [(_, file)]) => file.locale,
        ([], None, [(path, _), ..]) => {
            return Err(wrong(
                path,
                "none of the files of this entry says that it is the source".to_owned(),
            ));
        }
        ([], None, []) => return Err(Vec::new()),
        (several, ..) => {
            let message = "more than one file of this entry says that it is the source";
            return Err(several
                .iter()
                .flat_map(|(path, _)| wrong(path, message.to_owned()))
                .collect());
        }
    };
    let stored = entry.is_some_and(|entry| entry.texts.get(&source).is_some_and(|text| text.newest().is_some()));
    match texts.first() {
        Some((path, _)) if !has_file(source) && !stored => Err(wrong(
            path,
            format!("the source of this entry is in {source}, and there is no such text"),
        )),
        _ => Ok(source),
    }
}

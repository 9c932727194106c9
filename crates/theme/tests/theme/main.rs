//! What is found in small bad themes, one kind each; and that nothing is found in the theme that comes with the program.

#[cfg(test)]
mod built_in;
#[cfg(test)]
mod files;
#[cfg(test)]
mod messages;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod sheets;
#[cfg(test)]
mod templates;

#[cfg(test)]
mod cast {
    use std::path::{Path, PathBuf};

    use theme::{FileMap, Finding, Grade};

    pub(crate) fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
    }

    /// The files of a folder of the repository.
    pub(crate) fn folder(path: &str) -> FileMap {
        let entries = std::fs::read_dir(root().join(path))
            .unwrap()
            .map(|entry| entry.unwrap());
        let files = entries.filter(|entry| entry.path().is_file());
        files
            .map(|file| {
                (
                    file.file_name().into_string().unwrap(),
                    std::fs::read(file.path()).unwrap(),
                )
            })
            .collect()
    }

    /// The messages of a small program.
    pub(crate) fn program() -> FileMap {
        let texts = [
            (
                "en.ftl",
                "list-older = Older\nlist-count = { $count ->\n    [one] One\n   *[other] { $count }\n}\n",
            ),
            (
                "de.ftl",
                "list-older = Älter\nlist-count = { $count ->\n    [one] Eines\n   *[other] { $count }\n}\n",
            ),
        ];
        texts
            .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
            .into()
    }

    pub(crate) fn files(files: &[(&str, &str)]) -> FileMap {
        files
            .iter()
            .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
            .collect()
    }

    /// All that is found in a theme of these files, for a program that asks for no template.
    pub(crate) fn found(theme: &[(&str, &str)]) -> Vec<Finding> {
        theme::check(&files(theme), &FileMap::new(), &program())
    }

    /// File, line, grade and rule of each finding.
    pub(crate) fn places(findings: &[Finding]) -> Vec<(String, Grade, &'static str)> {
        let place = |finding: &Finding| format!("{}:{}", finding.file, finding.line);
        findings
            .iter()
            .map(|finding| (place(finding), finding.grade, finding.rule))
            .collect()
    }

    /// That just this was found, in this order: places, all of one grade and rule.
    #[track_caller]
    pub(crate) fn only(findings: &[Finding], expected: &[&str], grade: Grade, rule: &'static str) {
        let expected: Vec<_> = expected
            .iter()
            .map(|place| ((*place).to_owned(), grade, rule))
            .collect();
        assert_eq!(places(findings), expected, "{findings:#?}");
        assert!(
            findings
                .iter()
                .all(|finding| !finding.what.is_empty() && !finding.remedy.is_empty())
        );
    }
}

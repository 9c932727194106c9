//! What was found wrong in a theme, where, and what to do.

use std::fmt;

use language::CatalogueProblem;
use render::TemplateProblem;
use serde::Serialize;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Grade {
    /// Something does not work for somebody.
    Error,
    /// Something looks worse in some browser, or makes the theme harder to change.
    Warning,
    /// Something worth knowing.
    Note,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Finding {
    /// The file, as a path from the theme's folder; a page's address where no file is to blame.
    pub file: String,
    /// The line, from 1; 0 for the whole file.
    pub line: usize,
    /// How much it matters.
    pub grade: Grade,
    /// Which rule, as one word.
    pub rule: &'static str,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub remedy: String,
}

impl Finding {
    /// An error at a place.
    pub(crate) fn error(
        (file, line): (&str, usize),
        rule: &'static str,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Finding {
        Finding {
            file: file.to_owned(),
            line,
            grade: Grade::Error,
            rule,
            what: what.into(),
            remedy: remedy.into(),
        }
    }

    pub(crate) fn warning(self) -> Finding {
        Finding {
            grade: Grade::Warning,
            ..self
        }
    }

    pub(crate) fn note(self) -> Finding {
        Finding {
            grade: Grade::Note,
            ..self
        }
    }

    /// A page that cannot be rendered with the theme, as an error of its template; none if the theme is not to blame.
    pub fn of_rendering(error: &render::RenderError) -> Option<Finding> {
        use render::RenderError;
        let remedy = "correct this line; what each template is given stands in docs/theme-guide.md";
        Some(match error {
            RenderError::Template {
                template,
                line,
                problem,
            } => Finding::error((template, *line), "template", problem.clone(), remedy),
            RenderError::NoTemplate(name) => lacking(name),
            RenderError::Nested(name) => Finding::error(
                (&format!("{name}.html"), 0),
                "template",
                format!("this fragment holds the fragment {name:?}"),
                "name fragments in whole pages alone: they do not nest",
            ),
            _ => return None,
        })
    }
}

/// A template that the program asks for.
pub(crate) fn lacking(template: &str) -> Finding {
    Finding::error(
        (template, 0),
        "template",
        "the program asks for this template, and the theme does not hold it",
        "add the file, or take it from a fresh copy: `plenary theme new FOLDER`",
    )
}

impl From<TemplateProblem> for Finding {
    fn from(problem: TemplateProblem) -> Finding {
        let place = (problem.template.as_str(), problem.line);
        Finding::error(place, "template", problem.problem, "correct this line or file")
    }
}

impl From<CatalogueProblem> for Finding {
    fn from(problem: CatalogueProblem) -> Finding {
        let place = (problem.file.as_str(), problem.line);
        Finding::error(place, "message", problem.what(), problem.remedy())
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: ", self.file)?,
            line => write!(f, "{}:{line}: ", self.file)?,
        }
        match self.grade {
            Grade::Error => {}
            Grade::Warning => f.write_str("warning: ")?,
            Grade::Note => f.write_str("note: ")?,
        }
        write!(f, "{}; {}", self.what, self.remedy)
    }
}

//! Themes: sets of templates, compiled once, with the files that their pages name.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use content::route::Fragment;
use content::text::hash64;
use language::group_of;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior};

use crate::assets::Asset;
use crate::error::RenderError;
use crate::html;
use crate::references::{References, references};
use crate::skeleton;

/// A theme, ready to render.
#[derive(Debug, Default)]
pub struct Theme {
    templates: BTreeMap<String, Arc<Template>>,
    assets: BTreeMap<String, Asset>,
}

/// A compiled template with all that it extends, includes and imports.
pub struct Template {
    engine: Arc<Environment<'static>>,
    name: String,
    fingerprint: u64,
    messages: BTreeSet<String>,
    groups: Vec<String>,
}

/// What is wrong in a theme, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{template}:{line}: {problem}")]
pub struct TemplateProblem {
    /// The file.
    pub template: String,
    /// The line, from 1; 0 for the whole file.
    pub line: usize,
    /// What is wrong and what to do.
    pub problem: String,
}

/// A message that a template names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedMessage {
    /// The template.
    pub template: String,
    /// The line where it is named first, from 1.
    pub line: usize,
    /// The message's key.
    pub key: String,
}

/// The messages that templates (name to source) name, whether they compile or not.
pub fn named_messages(sources: &BTreeMap<String, String>) -> Vec<NamedMessage> {
    let of_one = |(template, source): (&String, &String)| {
        let named = references(template, source).messages.into_iter();
        let template = template.clone();
        named.map(move |(key, line)| NamedMessage {
            template: template.clone(),
            line,
            key,
        })
    };
    sources.iter().flat_map(of_one).collect()
}

/// The templates that others of these (name to source) extend, include or import.
pub fn named_templates(sources: &BTreeMap<String, String>) -> BTreeSet<String> {
    let named = sources.iter().map(|(name, source)| references(name, source).templates);
    named.flat_map(BTreeMap::into_keys).collect()
}

impl Theme {
    /// Compiles templates (name to source) and takes the theme's files (name to bytes).
    ///
    /// # Errors
    /// All problems at once: syntax, templates that do not exist, names that are not written out, unknown kinds of
    /// files.
    pub fn compile(
        sources: &BTreeMap<String, String>,
        assets: BTreeMap<String, Vec<u8>>,
    ) -> Result<Theme, Vec<TemplateProblem>> {
        let mut problems = Vec::new();
        let mut engine = engine();
        let mut names = BTreeMap::new();
        for (name, source) in sources {
            if let Err(error) = engine.add_template_owned(name.clone(), source.clone()) {
                problems.push(problem_of(name, &error));
            }
            let mut found = references(name, source);
            problems.append(&mut found.problems);
            let missing = found
                .templates
                .iter()
                .filter(|(wanted, _)| !sources.contains_key(*wanted));
            problems.extend(missing.map(|(wanted, line)| TemplateProblem {
                template: name.clone(),
                line: *line,
                problem: format!("it names the template {wanted:?}, which does not exist"),
            }));
            names.insert(name.as_str(), found);
        }
        let assets = Asset::all(assets, &mut problems);
        for (name, found) in &names {
            let missing = found.files.iter().filter(|(wanted, _)| !assets.contains_key(*wanted));
            problems.extend(missing.map(|(wanted, line)| TemplateProblem {
                template: (*name).to_owned(),
                line: *line,
                problem: format!("it names the file {wanted:?}, which the theme does not hold"),
            }));
        }
        let paths: BTreeMap<String, String> = paths_of(&assets);
        engine.add_function("asset", move |name: &str| paths.get(name).cloned());
        if !problems.is_empty() {
            problems.sort_by(|one, next| (&one.template, one.line).cmp(&(&next.template, next.line)));
            return Err(problems);
        }
        let engine = Arc::new(engine);
        let templates = sources
            .keys()
            .map(|name| (name.clone(), Arc::new(template(name, sources, &names, &engine))));
        Ok(Theme {
            templates: templates.collect(),
            assets,
        })
    }

    /// A template by its name.
    pub fn template(&self, name: &str) -> Option<Arc<Template>> {
        self.templates.get(name).cloned()
    }

    /// The fingerprint of each template, by name: it differs when the template or one that it uses differs.
    pub fn fingerprints(&self) -> BTreeMap<String, u64> {
        self.templates
            .iter()
            .map(|(name, template)| (name.clone(), template.fingerprint))
            .collect()
    }

    /// The theme's files by name.
    pub fn assets(&self) -> &BTreeMap<String, Asset> {
        &self.assets
    }

    /// The addresses of the theme's files by name, as [`crate::world::SiteView::assets`] wants them.
    pub fn asset_paths(&self) -> BTreeMap<String, String> {
        paths_of(&self.assets)
    }
}

fn paths_of(assets: &BTreeMap<String, Asset>) -> BTreeMap<String, String> {
    assets
        .iter()
        .map(|(name, asset)| (name.clone(), asset.path.clone()))
        .collect()
}

impl Template {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// A hash over its source and the sources of all templates that it uses.
    pub fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    /// The keys of all messages that it and the templates that it uses may show.
    pub fn messages(&self) -> &BTreeSet<String> {
        &self.messages
    }

    /// The groups of [`Template::messages`].
    pub(crate) fn groups(&self) -> &[String] {
        &self.groups
    }

    pub(crate) fn render(&self, scope: Value) -> Result<String, RenderError> {
        let rendered = self
            .engine
            .get_template(&self.name)
            .and_then(|template| template.render(scope));
        rendered.map_err(|error| {
            let problem = problem_of(&self.name, &error);
            RenderError::Template {
                template: problem.template,
                line: problem.line,
                problem: problem.problem,
            }
        })
    }
}

impl fmt::Debug for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Template({} {:016x})", self.name, self.fingerprint)
    }
}

fn engine() -> Environment<'static> {
    let mut engine = Environment::new();
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        engine.set_syntax(syntax);
    }
    engine.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    engine.set_auto_escape_callback(|_| AutoEscape::Html);
    engine.set_formatter(write_value);
    engine.add_function("fragment", fragment_mark);
    engine.add_function("gap", gap_mark);
    engine
}

fn write_value(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    match value.as_str() {
        Some(text) if !value.is_safe() => html::escape_to(text, out).map_err(Error::from),
        _ => minijinja::escape_formatter(out, state, value),
    }
}

fn fragment_mark(name: &str) -> Result<Value, Error> {
    let fragment = Fragment::ALL.into_iter().find(|fragment| fragment.as_str() == name);
    let fragment = fragment.ok_or_else(|| Error::new(ErrorKind::InvalidOperation, "there is no such fragment"))?;
    Ok(Value::from_safe_string(skeleton::mark(fragment)))
}

/// Where the server that searches puts a value; see `docs/decisions/search.md`.
fn gap_mark(name: &str) -> Result<Value, Error> {
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    match is_name {
        true => Ok(Value::from_safe_string(format!("<!--search:={name}-->"))),
        false => Err(Error::new(
            ErrorKind::InvalidOperation,
            "a gap's name is of small letters and hyphens",
        )),
    }
}

fn template(
    name: &str,
    sources: &BTreeMap<String, String>,
    names: &BTreeMap<&str, References>,
    engine: &Arc<Environment<'static>>,
) -> Template {
    let (mut bytes, mut messages) = (Vec::new(), BTreeSet::new());
    for used in closure(name, names) {
        for part in [used, sources.get(used).map_or("", String::as_str)] {
            bytes.extend_from_slice(part.as_bytes());
            bytes.push(0);
        }
        messages.extend(
            names
                .get(used)
                .into_iter()
                .flat_map(|found| found.messages.keys().cloned()),
        );
    }
    let groups: BTreeSet<&str> = messages.iter().map(|key| group_of(key)).collect();
    let groups = groups.into_iter().map(str::to_owned).collect();
    Template {
        engine: Arc::clone(engine),
        name: name.to_owned(),
        fingerprint: hash64(&bytes),
        messages,
        groups,
    }
}

/// A template and all that it uses, itself or through others.
fn closure<'n>(name: &'n str, names: &'n BTreeMap<&str, References>) -> BTreeSet<&'n str> {
    let (mut seen, mut open) = (BTreeSet::new(), vec![name]);
    while let Some(name) = open.pop() {
        if seen.insert(name) {
            open.extend(
                names
                    .get(name)
                    .into_iter()
                    .flat_map(|found| found.templates.keys().map(String::as_str)),
            );
        }
    }
    seen
}

fn problem_of(name: &str, error: &Error) -> TemplateProblem {
    let cause = std::error::Error::source(error)
        .map(|cause| format!(" ({cause})"))
        .unwrap_or_default();
    TemplateProblem {
        template: error.name().unwrap_or(name).to_owned(),
        line: error.line().unwrap_or_default(),
        problem: format!(
            "{}{}{cause}",
            error.kind(),
            error.detail().map(|detail| format!(": {detail}")).unwrap_or_default()
        ),
    }
}

//! The demo's folder of content, as a whole.

use content::Instant;
use editorial::{Actor, Files, ImportError, ImportOptions, import};
use store::{Location, Store};

const NOW: Instant = Instant(1_700_000_000_000);

#[test]
fn the_demo_is_taken_in_completely() {
    let folder = tempfile::tempdir().unwrap();
    let place = format!("sqlite:{}", folder.path().join("store.db").display());
    let store = Store::open(&Location::parse(&place).unwrap()).unwrap();
    let demo = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo");
    let files = Files::folder(&demo).unwrap();
    let options = ImportOptions {
        dry_run: false,
        minor: false,
        now: NOW,
    };
    let report = match import(&store, &Actor::operator("Ada"), &files, &options, &|_| {}) {
        Ok(report) => report,
        Err(ImportError::Refused(refusal)) => {
            let told: Vec<String> = refusal.problems.iter().map(ToString::to_string).collect();
            panic!("{}\n{:?}", told.join("\n"), refusal.conflicts);
        }
        Err(error) => panic!("{error}"),
    };
    assert_eq!(report.created, files.paths().len());
    let again = import(&store, &Actor::operator("Ada"), &files, &options, &|_| {}).unwrap();
    assert_eq!(
        (again.created, again.changed, again.unchanged),
        (0, 0, report.created),
        "{:?}",
        again.items
    );
}

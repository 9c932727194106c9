//! The record of who did what, as an operator reads and proves it.

#![cfg(test)]

mod program;

use serde_json::Value;
use tempfile::TempDir;

use program::{done, json, plenary, words};

/// A coalition with two tags.
struct Coalition {
    folder: TempDir,
}

impl Coalition {
    fn with_tags() -> Coalition {
        let folder = tempfile::tempdir().unwrap();
        let coalition = Coalition { folder };
        done(&["init", &coalition.data(), "--locales", "en,ar"]);
        let tags = coalition.folder.path().join("content/tags");
        std::fs::create_dir_all(&tags).unwrap();
        for (key, name) in [("mosul", "Mosul"), ("basra", "Basra")] {
            let tag = format!("[name]\nen = \"{name}\"\nar = \"{name}\"\n");
            std::fs::write(tags.join(format!("{key}.toml")), tag).unwrap();
        }
        let content = coalition.folder.path().join("content").display().to_string();
        done(&["content", "import", "--data", &coalition.data(), &content]);
        coalition
    }

    fn data(&self) -> String {
        self.folder.path().join("data").display().to_string()
    }

    /// Does to the database what the program would not.
    fn tamper(&self, sql: &str) {
        let path = self.folder.path().join("data/store.db");
        rusqlite::Connection::open(path).unwrap().execute_batch(sql).unwrap();
    }
}

#[test]
fn a_record_is_listed_and_proven() {
    let coalition = Coalition::with_tags();
    let data = coalition.data();
    let listed = done(&["audit", "list", "--data", &data, "--subject", "tag/mosul"]);
    assert_eq!(listed.lines().count(), 1, "{listed}");
    assert!(listed.contains("put-tag  tag/mosul"), "{listed}");
    let rows = done(&["audit", "list", "--data", &data, "--json"]);
    let rows: Vec<Value> = rows.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let found = json(&["audit", "verify", "--data", &data, "--json"]);
    assert_eq!((&found["whole"], &found["fault"]), (&Value::Bool(true), &Value::Null));
    assert_eq!(found["rows"].as_u64().unwrap(), rows.len() as u64);
    let end = found["end"].as_str().unwrap();
    assert!(done(&["audit", "verify", "--data", &data, "--known", end]).contains("The audit log is whole"));
    let later = done(&[
        "audit",
        "list",
        "--data",
        &data,
        "--after",
        end.split(':').next().unwrap(),
    ]);
    assert_eq!(later, "");
}

#[test]
fn a_row_that_was_changed_is_named() {
    let coalition = Coalition::with_tags();
    let data = coalition.data();
    let end = json(&["audit", "verify", "--data", &data, "--json"])["end"]
        .as_str()
        .unwrap()
        .to_owned();
    coalition.tamper("UPDATE audit SET actor = 'somebody' WHERE position = 2");
    let refused = plenary(&["audit", "verify", "--data", &data, "--known", &end]);
    assert_eq!(refused.status.code(), Some(1));
    let told = words(&refused.stderr);
    assert!(
        told.contains("row 2 was changed") && told.contains("compare with a backup"),
        "{told}"
    );
    let refused = plenary(&["audit", "verify", "--data", &data, "--json"]);
    assert_eq!(refused.status.code(), Some(1));
    let found: Value = serde_json::from_slice(&refused.stdout).unwrap();
    assert_eq!(
        (&found["whole"], found["rows"].as_u64()),
        (&Value::Bool(false), Some(1))
    );
}

#[test]
fn what_is_no_end_of_a_record_is_refused() {
    let coalition = Coalition::with_tags();
    for known in [
        "",
        "3",
        "3:abc",
        "x:y",
        &format!("0:{}", "a".repeat(64)),
        &format!("-1:{}", "a".repeat(64)),
    ] {
        let refused = plenary(&[
            "audit",
            "verify",
            "--data",
            &coalition.data(),
            &format!("--known={known}"),
        ]);
        assert!(!refused.status.success(), "{known}");
        let told = words(&refused.stderr);
        assert!(told.contains("POSITION:HASH"), "{known}: {told}");
    }
}

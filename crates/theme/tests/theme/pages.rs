//! What is found on pages.

use theme::{Finding, Grade, Pages};

use crate::cast::only;

/// What is found on a page with this between its heading and its end.
fn on_page(inner: &str) -> Vec<Finding> {
    on(&format!(
        "<!doctype html><html lang=\"ar\" dir=\"rtl\"><title>t</title><main><h1>x</h1>\n{inner}</main></html>"
    ))
}

fn on(html: &str) -> Vec<Finding> {
    let mut pages = Pages::new();
    pages.judge("/ar/", html);
    pages.findings()
}

#[test]
fn nothing_is_found_on_a_good_page() {
    let page = "<h2 id=a>y</h2><label>n <input></label><label for=q>q</label><input id=q type=search><button>go</button>\
                <input type=hidden><input type=submit value=ok><img src=/a.png alt=\"\"><a href=/><img src=/a.png alt=home></a>\
                <nav aria-label=one></nav><nav aria-labelledby=a></nav><a href=https://other.example/>o</a>\
                <figure><audio src=/a.mp3></audio><figcaption>c</figcaption></figure><a id=here></a>\
                <span aria-hidden=true><a href=/></a></span><section><aside></aside></section><aside></aside>";
    assert_eq!(on_page(page), []);
}

#[test]
fn controls_without_names_are_told() {
    for element in [
        "<input>",
        "<input type=checkbox id=a><label for=a> </label>",
        "<input type=submit>",
        "<select><option>x</select>",
        "<textarea></textarea>",
        "<button></button>",
        "<button><span aria-hidden=true>x</span></button>",
        "<a href=/></a>",
        "<a href=/><img src=/a.png alt=\"\"></a>",
        "<img src=/a.png>",
        "<audio src=/a.mp3></audio>",
        "<video src=/a.mp4></video>",
        "<iframe src=/a></iframe>",
        "<svg role=img></svg>",
    ] {
        only(&on_page(element), &["/ar/:0"], Grade::Error, "unlabelled");
    }
}

#[test]
fn headings_and_landmarks_are_told() {
    only(&on_page("<h1>y</h1>"), &["/ar/:0"], Grade::Error, "headings");
    only(&on_page("<h3>y</h3>"), &["/ar/:0"], Grade::Error, "headings");
    only(
        &on("<html lang=ar dir=rtl><title>t</title><main></main>"),
        &["/ar/:0"],
        Grade::Error,
        "headings",
    );
    only(
        &on_page("<nav></nav><nav aria-label=a></nav>"),
        &["/ar/:0"],
        Grade::Error,
        "landmarks",
    );
    only(
        &on_page("<nav aria-label=a></nav><nav aria-label=a></nav>"),
        &["/ar/:0"],
        Grade::Error,
        "landmarks",
    );
    only(
        &on("<html lang=ar dir=rtl><title>t</title><h1>x</h1>"),
        &["/ar/:0"],
        Grade::Error,
        "landmarks",
    );
    only(&on_page("<b tabindex=2></b>"), &["/ar/:0"], Grade::Error, "order");
}

#[test]
fn a_page_says_its_language_direction_and_title() {
    let rest = "<main><h1>x</h1></main>";
    for head in [
        "<html><title>t</title>",
        "<html lang=ar><title>t</title>",
        "<html dir=rtl lang=\"\"><title>t</title>",
        "<html lang=ar dir=rtl><title></title>",
    ] {
        only(&on(&format!("{head}{rest}")), &["/ar/:0"], Grade::Error, "language");
    }
}

#[test]
fn identities_that_lead_nowhere_or_stand_twice_are_told() {
    only(
        &on_page("<p aria-describedby=no></p>"),
        &["/ar/:0"],
        Grade::Error,
        "reference",
    );
    only(
        &on_page("<p id=a></p><p id=a></p>"),
        &["/ar/:0"],
        Grade::Error,
        "reference",
    );
}

#[test]
fn what_the_policy_refuses_is_told() {
    only(
        &on_page("<p style=\"color: red\"></p>"),
        &["/ar/:0"],
        Grade::Error,
        "inline",
    );
    only(&on_page("<script>1</script>"), &["/ar/:0"], Grade::Error, "inline");
    only(
        &on_page("<img alt=\"\" src=https://other.example/a.png>"),
        &["/ar/:0"],
        Grade::Error,
        "foreign",
    );
    only(
        &on_page("<link rel=stylesheet href=//other.example/a.css>"),
        &["/ar/:0"],
        Grade::Error,
        "foreign",
    );
}

#[test]
fn what_is_on_many_pages_is_told_once_with_the_line_of_its_template() {
    let mut pages = Pages::new();
    for address in ["/ar/", "/en/", "/fr/"] {
        let html =
            "<html lang=ar dir=rtl><title>t</title><main><h1>x</h1><img data-theme-at=\"a.html:7\" src=/a.png></main>";
        pages.judge(address, html);
    }
    assert_eq!(pages.count(), 3);
    let findings = pages.findings();
    only(&findings, &["a.html:7"], Grade::Error, "unlabelled");
    assert!(findings[0].what.ends_with("on /ar/ and 2 more pages"), "{findings:?}");
}

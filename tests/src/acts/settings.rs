//! Acts of the operator: languages, settings, theme, messages, address.

use content::record::{Missing, Site};
use language::Locale;

use crate::ambience::LOCALES;
use crate::cast::{self, locale};
use crate::failure::Failure;
use crate::scene::Scene;

pub(super) fn add_locale(scene: &mut Scene) -> Result<bool, Failure> {
    let mut site = scene.site()?;
    let all = LOCALES
        .into_iter()
        .map(locale)
        .collect::<Result<Vec<Locale>, Failure>>()?;
    let lacking: Vec<Locale> = all
        .into_iter()
        .filter(|locale| !site.locales.contains(locale))
        .collect();
    let Some(added) = scene.chance.pick(&lacking) else {
        return Ok(false);
    };
    let place = scene.chance.below(site.locales.len() + 1);
    site.locales.insert(place, *added);
    put(scene, &site)
}

pub(super) fn remove_locale(scene: &mut Scene) -> Result<bool, Failure> {
    let mut site = scene.site()?;
    if site.locales.len() < 2 {
        return Ok(false);
    }
    let place = scene.chance.below(site.locales.len());
    site.locales.remove(place);
    let left = site.locales.clone();
    site.formats.retain(|locale, _| left.contains(locale));
    put(scene, &site)
}

pub(super) fn reorder_locales(scene: &mut Scene) -> Result<bool, Failure> {
    let mut site = scene.site()?;
    let turns = scene.chance.below(site.locales.len());
    site.locales.rotate_left(turns);
    put(scene, &site)
}

pub(super) fn toggle_missing(scene: &mut Scene) -> Result<bool, Failure> {
    let mut site = scene.site()?;
    site.missing = if site.missing == Missing::Show {
        Missing::Hide
    } else {
        Missing::Show
    };
    put(scene, &site)
}

pub(super) fn change_settings(scene: &mut Scene) -> Result<bool, Failure> {
    let mut site = scene.site()?;
    match scene.chance.below(5) {
        4 => site.contact = site.contact.is_none().then(|| "mailto:help@example.org".to_owned()),
        3 => toggle_formats(&mut site)?,
        0 => site.indexed = !site.indexed,
        1 if site.strips.is_empty() => site.strips = cast::site(&site.locales).names,
        1 => site.strips.clear(),
        _ => site.names = cast::site(&site.locales).names,
    }
    put(scene, &site)
}

fn put(scene: &mut Scene, site: &Site) -> Result<bool, Failure> {
    let done = scene.at_desk(|desk, _| Ok(desk.put_site(site)?))?;
    Ok(done.is_some())
}

pub(super) fn change_template(scene: &mut Scene) -> Result<bool, Failure> {
    scene.ambience.change_template(&mut scene.chance)?;
    surround(scene)
}

pub(super) fn change_asset(scene: &mut Scene) -> Result<bool, Failure> {
    scene.ambience.change_asset()?;
    surround(scene)
}

pub(super) fn change_message(scene: &mut Scene) -> Result<bool, Failure> {
    scene.ambience.change_message(&mut scene.chance)?;
    surround(scene)
}

pub(super) fn change_address(scene: &mut Scene) -> Result<bool, Failure> {
    scene.ambience.change_base()?;
    surround(scene)
}

fn surround(scene: &mut Scene) -> Result<bool, Failure> {
    scene.press.set_ambient(scene.ambience.ambient());
    Ok(true)
}

/// Arabic as in Iraq, or as before.
fn toggle_formats(site: &mut Site) -> Result<(), Failure> {
    let (arabic, iraq) = (locale("ar")?, locale("ar-IQ")?);
    if site.formats.remove(&arabic).is_none() && site.locales.contains(&arabic) {
        site.formats.insert(arabic, iraq);
    }
    Ok(())
}

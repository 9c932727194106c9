//! Colours and the contrast between two of them, as WCAG 2.2 defines it.

use cssparser::Parser;
use cssparser_color::{Color as Parsed, hsl_to_rgb, hwb_to_rgb};

/// A colour: red, green, blue and how opaque, each from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Color([f64; 4]);

impl Color {
    /// A colour that stands alone, in a form that browsers of 2019 know; none if it is something else.
    pub(crate) fn parse(text: &str) -> Option<Color> {
        let mut parser = Parser::new(text);
        let parsed = Parsed::parse(&mut parser).ok()?;
        parser.expect_exhausted().ok()?;
        let of = |(red, green, blue): (f32, f32, f32), alpha: Option<f32>| {
            Color([red, green, blue, alpha.unwrap_or_default()].map(f64::from))
        };
        Some(match parsed {
            Parsed::Rgba(color) => {
                let [red, green, blue] = [color.red, color.green, color.blue].map(|part| f32::from(part) / 255.0);
                of((red, green, blue), Some(color.alpha))
            }
            Parsed::Hsl(color) => {
                let rgb = hsl_to_rgb(turn(color.hue), part(color.saturation), part(color.lightness));
                of(rgb, color.alpha)
            }
            Parsed::Hwb(color) => {
                let rgb = hwb_to_rgb(turn(color.hue), part(color.whiteness), part(color.blackness));
                of(rgb, color.alpha)
            }
            _ => return None,
        })
    }

    /// This colour laid over another.
    pub(crate) fn over(self, ground: Color) -> Color {
        let (Color([r, g, b, a]), Color([gr, gg, gb, ga])) = (self, ground);
        let mix = |top: f64, below: f64| top * a + below * (1.0 - a);
        Color([mix(r, gr), mix(g, gg), mix(b, gb), a + ga * (1.0 - a)])
    }

    /// Whether nothing shines through.
    pub(crate) fn is_opaque(self) -> bool {
        let Color([.., alpha]) = self;
        alpha >= 1.0
    }

    /// The contrast between two opaque colours, from 1 to 21.
    pub(crate) fn contrast(self, other: Color) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |part: f64| match part <= 0.040_45 {
            true => part / 12.92,
            false => ((part + 0.055) / 1.055).powf(2.4),
        };
        let Color([red, green, blue, _]) = self;
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}

/// A hue in degrees as a part of a whole turn.
fn turn(hue: Option<f32>) -> f32 {
    (hue.unwrap_or_default() / 360.0).rem_euclid(1.0)
}

fn part(part: Option<f32>) -> f32 {
    part.unwrap_or_default().clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contrast(text: &str, ground: &str) -> f64 {
        let (text, ground) = (Color::parse(text).unwrap(), Color::parse(ground).unwrap());
        (text.over(ground).contrast(ground) * 100.0).round() / 100.0
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        assert_eq!(contrast("#000", "white"), 21.0);
        assert_eq!(contrast("#777", "#fff"), 4.48);
        assert_eq!(contrast("rgb(0 0 255)", "#ffffff"), 8.59);
        assert_eq!(contrast("hsl(240, 100%, 50%)", "hsl(0 0% 100%)"), 8.59);
        assert_eq!(contrast("hwb(240 0% 0%)", "white"), 8.59);
        // Half of white lies between two whole numbers.
        let (half, grey) = (contrast("rgba(0, 0, 0, .5)", "white"), contrast("#808080", "white"));
        assert!((half - grey).abs() < 0.05, "{half} {grey}");
    }

    #[test]
    fn what_is_no_color_is_none() {
        for text in [
            "",
            "none",
            "url(a.png)",
            "#12",
            "currentcolor",
            "red blue",
            "oklch(50% 0 0)",
        ] {
            assert_eq!(Color::parse(text), None, "{text}");
        }
    }
}

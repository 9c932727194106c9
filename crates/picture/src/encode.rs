//! Writing a rendition. Nothing of the original's metadata is written: only its pixels come this far.

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, Rgb, RgbImage};

use crate::Refusal;

/// Of 100: where a photograph of 640 pixels is some 40 kilobytes and nobody sees a difference on a phone.
const WEBP_QUALITY: f32 = 76.0;
/// Of 100, about as good.
const JPEG_QUALITY: u8 = 78;

pub(crate) fn webp(picture: &DynamicImage) -> Result<Vec<u8>, Refusal> {
    let unwritable = || Refusal::Unwritable("WebP");
    let (width, height) = (picture.width(), picture.height());
    let encoder = match picture {
        DynamicImage::ImageRgba8(pixels) => webp::Encoder::from_rgba(pixels, width, height),
        DynamicImage::ImageRgb8(pixels) => webp::Encoder::from_rgb(pixels, width, height),
        _ => return Err(unwritable()),
    };
    let encoded = encoder.encode_simple(false, WEBP_QUALITY).map_err(|_| unwritable())?;
    Ok(encoded.to_vec())
}

/// JPEG knows no transparency: what is transparent becomes white.
pub(crate) fn jpeg(picture: &DynamicImage) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY);
    let written = match picture {
        DynamicImage::ImageRgba8(picture) => {
            let flat = RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
                let [red, green, blue, alpha] = picture.get_pixel(x, y).0;
                Rgb([red, green, blue].map(|channel| over_white(channel, alpha)))
            });
            DynamicImage::ImageRgb8(flat).write_with_encoder(encoder)
        }
        picture => picture.write_with_encoder(encoder),
    };
    written.map_err(|_| Refusal::Unwritable("JPEG"))?;
    Ok(bytes)
}

fn over_white(channel: u8, alpha: u8) -> u8 {
    let (channel, alpha) = (u32::from(channel), u32::from(alpha));
    u8::try_from((channel * alpha + 255 * (255 - alpha)) / 255).unwrap_or(255)
}

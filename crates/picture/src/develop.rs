//! From the bytes of a picture to its renditions.

use std::io::Cursor;

use fast_image_resize::images::Image;
use fast_image_resize::{IntoImageView, ResizeAlg, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use crate::encode::{jpeg, webp};
use crate::whole::is_whole_jpeg;
use crate::{MEMORY_MAX, PIXELS_MAX, Refusal, SIDE_MAX, WIDTHS_MAX};

/// What became of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Developed {
    /// Its width in pixels, the right way up.
    pub width: u32,
    /// Its height in pixels, the right way up.
    pub height: u32,
    /// The smallest first; of each width WebP, then JPEG.
    pub renditions: Vec<Rendition>,
}

/// A picture as a page names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition {
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What it is.
    pub format: Format,
    /// The file.
    pub bytes: Vec<u8>,
}

/// What a rendition is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// WebP (RFC 9649), for all browsers since 2020.
    WebP,
    /// JPEG (ITU-T T.81), for all others.
    Jpeg,
}

impl Format {
    /// Its media type.
    #[must_use]
    pub fn content_type(self) -> &'static str {
        match self {
            Format::WebP => "image/webp",
            Format::Jpeg => "image/jpeg",
        }
    }

    /// The end of its files' names.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Format::WebP => "webp",
            Format::Jpeg => "jpg",
        }
    }
}

/// Makes the renditions of a picture in these widths; those wider than the picture become its own width.
///
/// # Errors
/// [`Refusal`], for whatever bytes.
pub fn develop(bytes: &[u8], widths: &[u32]) -> Result<Developed, Refusal> {
    let picture = decode(bytes)?;
    let (width, height) = (picture.width(), picture.height());
    let mut wanted: Vec<u32> = widths.iter().map(|wanted| (*wanted).clamp(1, width)).collect();
    wanted.sort_unstable();
    wanted.dedup();
    wanted.truncate(WIDTHS_MAX);
    let mut renditions = Vec::with_capacity(wanted.len() * 2);
    for wanted in wanted {
        let scaled = scale(&picture, wanted)?;
        for (format, bytes) in [(Format::WebP, webp(&scaled)?), (Format::Jpeg, jpeg(&scaled)?)] {
            renditions.push(Rendition {
                width: scaled.width(),
                height: scaled.height(),
                format,
                bytes,
            });
        }
    }
    Ok(Developed {
        width,
        height,
        renditions,
    })
}

/// The picture the right way up, in eight bits a channel; of a moving one the first frame.
fn decode(bytes: &[u8]) -> Result<DynamicImage, Refusal> {
    let format = image::guess_format(bytes).map_err(|_| Refusal::Unknown)?;
    if !matches!(
        format,
        ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP | ImageFormat::Gif
    ) {
        return Err(Refusal::Unknown);
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_MAX);
    limits.max_image_height = Some(SIDE_MAX);
    limits.max_alloc = Some(MEMORY_MAX);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refusal)?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 || u64::from(width) * u64::from(height) > PIXELS_MAX {
        return Err(Refusal::Size(width, height));
    }
    // A picture whose note of its orientation is broken is shown as it is stored.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(refusal)?;
    if format == ImageFormat::Jpeg && !is_whole_jpeg(bytes) {
        return Err(Refusal::Damaged("its end is missing".to_owned()));
    }
    picture.apply_orientation(orientation);
    Ok(match picture.color().has_alpha() {
        true => DynamicImage::ImageRgba8(picture.into_rgba8()),
        false => DynamicImage::ImageRgb8(picture.into_rgb8()),
    })
}

fn refusal(error: ImageError) -> Refusal {
    match error {
        ImageError::Limits(limit) => match limit.kind() {
            image::error::LimitErrorKind::DimensionError => Refusal::Size(SIDE_MAX + 1, SIDE_MAX + 1),
            _ => Refusal::Memory,
        },
        ImageError::Unsupported(_) => Refusal::Unknown,
        // Some decoders tell more than one line.
        other => Refusal::Damaged(other.to_string().split_whitespace().collect::<Vec<_>>().join(" ")),
    }
}

fn scale(picture: &DynamicImage, width: u32) -> Result<DynamicImage, Refusal> {
    if width == picture.width() {
        return Ok(picture.clone());
    }
    let height = u64::from(picture.height()) * u64::from(width) / u64::from(picture.width());
    let height = u32::try_from(height).unwrap_or(u32::MAX).max(1);
    let kind = picture.pixel_type().ok_or(Refusal::Memory)?;
    let mut scaled = Image::new(width, height, kind);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(fast_image_resize::FilterType::Lanczos3));
    Resizer::new()
        .resize(picture, &mut scaled, &options)
        .map_err(|error| Refusal::Damaged(error.to_string()))?;
    let bytes = scaled.into_vec();
    let made = match picture.color().has_alpha() {
        true => image::RgbaImage::from_raw(width, height, bytes).map(DynamicImage::ImageRgba8),
        false => image::RgbImage::from_raw(width, height, bytes).map(DynamicImage::ImageRgb8),
    };
    made.ok_or(Refusal::Memory)
}

//! Whole numbers, and tenths, in the digits and groups of a locale.
//!
//! Source: CLDR, `main/*/numbers` (symbols and decimal patterns).

use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;

use icu_locale_core::Locale as IcuLocale;

/// The number format of one locale, looked up once.
#[derive(Debug)]
pub(crate) struct Numbers {
    decimal: Option<DecimalFormatter>,
}

impl Numbers {
    pub(crate) fn new(icu: IcuLocale) -> Self {
        Self {
            decimal: DecimalFormatter::try_new(icu.into(), Default::default()).ok(),
        }
    }

    pub(crate) fn format(&self, number: u64) -> String {
        match &self.decimal {
            Some(decimal) => decimal.format(&number.into()).to_string(),
            None => number.to_string(),
        }
    }

    /// A number of tenths with one decimal place: `1.5`.
    pub(crate) fn tenths(&self, tenths: u64) -> String {
        match &self.decimal {
            Some(decimal) => {
                let mut number = Decimal::from(tenths);
                number.multiply_pow10(-1);
                decimal.format(&number).to_string()
            }
            None => format!("{}.{}", tenths / 10, tenths % 10),
        }
    }
}

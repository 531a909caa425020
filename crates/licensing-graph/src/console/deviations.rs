//! Where answers differ from Graph's on purpose, and which of that bears on an answer.

use licensing_wording::Text;

use crate::route::Route;
use crate::url::{Address, Version};
use crate::{Request, Response};

/// One difference from Graph that is meant.
#[derive(Debug)]
pub struct Deviation {
    /// A few words; `docs/scripting.md` has them too.
    pub title: Text,
    /// What is different, and why.
    pub text: Text,
    applies: fn(&Exchange<'_>) -> bool,
}

/// A request with its answer.
struct Exchange<'a> {
    /// The method in capitals.
    method: String,
    /// None for an address that leads nowhere.
    route: Option<Route<'a>>,
    address: &'a Address,
    request: &'a Request,
    response: &'a Response,
}

/// All of them.
pub static DEVIATIONS: &[Deviation] = &[
    Deviation {
        title: Text::DEVIATION_SIGN_IN,
        text: Text::DEVIATION_SIGN_IN_WHY,
        applies: |exchange| exchange.request.header_value("authorization").is_some(),
    },
    Deviation {
        title: Text::DEVIATION_BACKGROUND,
        text: Text::DEVIATION_BACKGROUND_WHY,
        applies: |exchange| {
            let starts_work = matches!(
                exchange.route,
                Some(
                    Route::AssignGroupLicense(_)
                        | Route::MemberReferences(_)
                        | Route::MemberReference { .. }
                        | Route::Reprocess(_)
                )
            );
            (starts_work && exchange.is_accepted() && exchange.method != "GET")
                || exchange.shows("licenseProcessingState")
        },
    },
    Deviation {
        title: Text::DEVIATION_TIME,
        text: Text::DEVIATION_TIME_WHY,
        applies: |exchange| {
            let timed =
                matches!(exchange.route, Some(Route::DirectoryAudits | Route::DeletedUsers | Route::DeletedGroups));
            (timed && exchange.is_accepted())
                || exchange.shows("licenseAssignmentStates")
                || exchange.shows("assignedPlans")
                || exchange.shows("deletedDateTime")
        },
    },
    Deviation {
        title: Text::DEVIATION_REPROCESS,
        text: Text::DEVIATION_REPROCESS_WHY,
        applies: |exchange| matches!(exchange.route, Some(Route::Reprocess(_))) && exchange.is_accepted(),
    },
    Deviation {
        title: Text::DEVIATION_ADDRESSES,
        text: Text::DEVIATION_ADDRESSES_WHY,
        applies: |exchange| !exchange.is_accepted() && exchange.message().contains("'proxyAddresses' is read-only"),
    },
    Deviation {
        title: Text::DEVIATION_PASSWORD,
        text: Text::DEVIATION_PASSWORD_WHY,
        applies: |exchange| exchange.method == "POST" && matches!(exchange.route, Some(Route::Users)),
    },
    Deviation {
        title: Text::DEVIATION_DOMAIN,
        text: Text::DEVIATION_DOMAIN_WHY,
        applies: |exchange| matches!(exchange.route, Some(Route::Domains | Route::Domain(_))) && exchange.is_accepted(),
    },
    Deviation {
        title: Text::DEVIATION_LOCATION,
        text: Text::DEVIATION_LOCATION_WHY,
        applies: |exchange| {
            exchange.method == "PATCH"
                && matches!(exchange.route, Some(Route::User(_)))
                && !exchange.is_accepted()
                && exchange.message().contains("'usageLocation'")
        },
    },
    Deviation {
        title: Text::DEVIATION_APPLIES_TO,
        text: Text::DEVIATION_APPLIES_TO_WHY,
        applies: |exchange| {
            matches!(exchange.route, Some(Route::SubscribedSkus | Route::SubscribedSku(_)))
                && exchange.is_accepted()
                && exchange.selects("appliesTo")
        },
    },
    Deviation {
        title: Text::DEVIATION_SERVICE,
        text: Text::DEVIATION_SERVICE_WHY,
        applies: |exchange| exchange.shows("assignedPlans"),
    },
    Deviation {
        title: Text::DEVIATION_FILTER,
        text: Text::DEVIATION_FILTER_WHY,
        applies: |exchange| exchange.option("filter").is_some() && exchange.is_accepted(),
    },
    Deviation {
        title: Text::DEVIATION_EXPAND,
        text: Text::DEVIATION_EXPAND_WHY,
        applies: |exchange| exchange.option("expand").is_some() && exchange.is_accepted(),
    },
    Deviation {
        title: Text::DEVIATION_BATCH,
        text: Text::DEVIATION_BATCH_WHY,
        applies: |exchange| matches!(exchange.route, Some(Route::Batch)) && exchange.is_accepted(),
    },
    Deviation {
        title: Text::DEVIATION_NOT_SIMULATED,
        text: Text::DEVIATION_NOT_SIMULATED_WHY,
        applies: |exchange| exchange.response.status == 501 || exchange.message().contains("not simulated"),
    },
];

/// What of it bears on this answer.
pub fn deviations(request: &Request, response: &Response) -> Vec<&'static Deviation> {
    let address = Address::parse(&request.url, Version::One).unwrap_or_default();
    let segments: Vec<&str> = address.segments.iter().map(String::as_str).collect();
    let route = Route::of(&segments).ok();
    let method = request.method.to_ascii_uppercase();
    let exchange = Exchange { method, route, address: &address, request, response };
    DEVIATIONS.iter().filter(|deviation| (deviation.applies)(&exchange)).collect()
}

impl Exchange<'_> {
    fn is_accepted(&self) -> bool {
        (200..300).contains(&self.response.status)
    }

    /// The message of an error; empty where there is none.
    fn message(&self) -> &str {
        let error = self.response.body.get("error").and_then(|error| error.get("message"));
        error.and_then(|message| message.as_str()).unwrap_or_default()
    }

    /// The value of a query option, with or without its `$`.
    fn option(&self, name: &str) -> Option<&str> {
        let is_it = |own: &str| own.trim_start_matches('$').eq_ignore_ascii_case(name);
        self.address.options.iter().find(|(own, _)| is_it(own)).map(|(_, value)| value.as_str())
    }

    /// Whether a property that is shown on `$select` alone was selected, and is there.
    fn shows(&self, property: &str) -> bool {
        self.is_accepted() && self.option("select").is_some() && self.selects(property)
    }

    /// Whether a property is selected, or everything is.
    fn selects(&self, property: &str) -> bool {
        let Some(names) = self.option("select") else { return true };
        names.split(',').any(|name| name.trim().eq_ignore_ascii_case(property))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;

    #[test]
    fn the_scripting_guide_names_every_deviation() {
        let guide = include_str!("../../../../docs/scripting.md").replace('`', "");
        for deviation in DEVIATIONS {
            let title = licensing_wording::Words::english().text(deviation.title);
            assert!(guide.contains(&format!("**{title}")), "{title}");
        }
    }
}

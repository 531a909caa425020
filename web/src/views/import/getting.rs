//! How one gets the file.

use leptos::prelude::*;
use licensing_view::Icon;

use crate::files;
use crate::lab::Lab;
use crate::parts::Pic;
use crate::text;

/// The script, beside the page.
const SCRIPT: &str = "export-tenant.ps1";

/// Requests whose answers are read.
const REQUESTS: [&str; 5] = [
    "/subscribedSkus",
    "/users?$select=id,displayName,userPrincipalName,mailNickname,usageLocation,userType,accountEnabled,department,jobTitle,companyName,country,state,city,mail,proxyAddresses,assignedLicenses,licenseAssignmentStates",
    "/groups?$select=id,displayName,groupTypes,mailEnabled,securityEnabled,membershipRule,membershipRuleProcessingState,assignedLicenses,licenseProcessingState",
    "/groups/{id}/members?$select=id",
    "/organization",
];

/// The script, and the requests for those who do without.
#[component]
pub(super) fn GettingCard() -> impl IntoView {
    let lab = Lab::here();
    let row = move |request: &'static str| {
        let resource = request.split('?').next().unwrap_or(request);
        let name = move || lab.words().import_copy(resource);
        // Lines break behind a comma, and not in the middle of a name.
        let parts = request.split_inclusive([',', '?']).map(|part| view! { {part} <wbr /> }).collect_view();
        view! {
            <li>
                <code>{parts}</code>
                <button
                    class="btn btn--sm btn--icon btn--quiet"
                    type="button"
                    aria-label=name
                    title=name
                    on:click=move |_| files::copy(lab.speech, request.to_string())
                >
                    <Pic icon=Icon::Copy />
                </button>
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="h-getting">
            <header>
                <h2 id="h-getting">{text::IMPORT_GETTING}</h2>
            </header>
            <div class="pad stack-s">
                <p>{text::IMPORT_GETTING_SCRIPT}</p>
                <p>
                    <a class="btn" href=SCRIPT download=SCRIPT>
                        <Pic icon=Icon::Download />
                        {text::IMPORT_SCRIPT}
                    </a>
                </p>
                <p>{text::IMPORT_GETTING_ANSWERS}</p>
                <ul class="requests">
                    {REQUESTS.map(row).into_iter().collect_view()}
                </ul>
                <p class="small dim">{text::IMPORT_GETTING_MEMBERS}</p>
                <p class="small dim">{text::IMPORT_PRIVATE}</p>
            </div>
        </section>
    }
}

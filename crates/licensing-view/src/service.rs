//! The services that plans are grouped by. The catalog does not say of which service a plan is, so the beginning of its
//! technical name does, which is how Microsoft calls the plans of one service. It is for reading only; no rule looks at it.

use std::collections::BTreeMap;

use licensing_wording::Text;

/// A service, or what several small ones have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Service {
    /// Exchange Online.
    Mail,
    /// SharePoint Online and OneDrive.
    Files,
    /// Teams, Skype for Business, telephony.
    Meetings,
    /// Office, on the desktop and on the web, and what goes with it.
    Apps,
    /// Identities, devices, protection, compliance.
    Security,
    /// Power Platform and Dynamics.
    Platform,
    /// Everything else.
    Other,
}

/// What technical names begin with; the first that fits counts.
const BEGINNINGS: [(Service, &[&str]); 6] = [
    (
        Service::Apps,
        &[
            "SHAREPOINTWAC",
            "OFFICE",
            "SWAY",
            "FORMS",
            "PROJECT",
            "BPOS_S_TODO",
            "WHITEBOARD",
            "STREAM",
            "YAMMER",
            "VIVA",
            "DESKLESS",
            "KAIZALA",
            "MICROSOFTBOOKINGS",
            "MYANALYTICS",
            "EXCHANGE_ANALYTICS",
            "VISIO",
            "CLIPCHAMP",
            "LOOP",
            "PLACES",
            "NUCLEUS",
            "GRAPH_CONNECTORS",
            "PEOPLE_SKILLS",
        ],
    ),
    (Service::Mail, &["EXCHANGE"]),
    (Service::Files, &["SHAREPOINT", "ONEDRIVE"]),
    (Service::Meetings, &["TEAMS", "MCO", "MESH"]),
    (
        Service::Security,
        &[
            "AAD",
            "RMS",
            "MFA",
            "INTUNE",
            "ADALLOM",
            "ATA",
            "ATP",
            "MIP_",
            "INFORMATION",
            "WINDEFATP",
            "MTP",
            "LOCKBOX",
            "PREMIUM_ENCRYPTION",
            "EQUIVIO",
            "COMMUNICATIONS",
            "CUSTOMER_KEY",
            "RECORDS",
            "ML_CLASSIFICATION",
            "CONTENT_EXPLORER",
            "CONTENTEXPLORER",
            "DATA_INVESTIGATIONS",
            "INSIDER_RISK",
            "M365_ADVANCED",
            "M365_AUDIT",
            "PAM_",
            "SAFEDOCS",
            "THREAT",
            "DEFENDER",
            "PURVIEW",
            "BITLOCKER",
            "WIN10",
            "UNIVERSAL_PRINT",
            "WINDOWS",
        ],
    ),
    (Service::Platform, &["POWER", "FLOW", "BI_AZURE", "DYN365", "CDS_", "PBI", "CRM"]),
];

impl Service {
    /// The service of a plan.
    pub fn of(technical_name: &str) -> Service {
        let name = technical_name.to_ascii_uppercase();
        let begins = |(_, beginnings): &&(Service, &[&str])| beginnings.iter().any(|begin| name.starts_with(begin));
        BEGINNINGS.iter().find(begins).map_or(Service::Other, |(service, _)| *service)
    }

    /// Rows of plans by service; those of one service stay in their order.
    pub fn group<T>(
        rows: impl IntoIterator<Item = T>,
        technical_name: impl Fn(&T) -> &str,
    ) -> BTreeMap<Service, Vec<T>> {
        let mut groups: BTreeMap<Service, Vec<T>> = BTreeMap::new();
        for row in rows {
            groups.entry(Service::of(technical_name(&row))).or_default().push(row);
        }
        groups
    }

    /// What it is called.
    pub const fn text(self) -> Text {
        match self {
            Service::Mail => Text::SERVICE_MAIL,
            Service::Files => Text::SERVICE_FILES,
            Service::Meetings => Text::SERVICE_MEETINGS,
            Service::Apps => Text::SERVICE_APPS,
            Service::Security => Text::SERVICE_SECURITY,
            Service::Platform => Text::SERVICE_PLATFORM,
            Service::Other => Text::SERVICE_OTHER,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Service;

    #[test]
    fn the_longer_beginning_counts() {
        for (name, service) in [
            ("EXCHANGE_S_ENTERPRISE", Service::Mail),
            ("EXCHANGE_ANALYTICS", Service::Apps),
            ("SHAREPOINTENTERPRISE", Service::Files),
            ("SHAREPOINTWAC", Service::Apps),
            ("MCOEV", Service::Meetings),
            ("Deskless", Service::Apps),
            ("RMS_S_ENTERPRISE", Service::Security),
            ("POWERAPPS_O365_P2", Service::Platform),
            ("BLACKBOARD", Service::Other),
        ] {
            assert_eq!(Service::of(name), service, "{name}");
        }
    }

    #[test]
    fn rows_of_a_service_stay_in_their_order() {
        let groups = Service::group(["SWAY", "EXCHANGE_S_STANDARD", "FORMS_PLAN_E1", "BLACKBOARD"], |name| name);
        let groups: Vec<_> = groups.into_iter().collect();
        assert_eq!(
            groups,
            [
                (Service::Mail, vec!["EXCHANGE_S_STANDARD"]),
                (Service::Apps, vec!["SWAY", "FORMS_PLAN_E1"]),
                (Service::Other, vec!["BLACKBOARD"]),
            ]
        );
    }
}

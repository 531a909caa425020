//! Properties of users and groups that are kept as they were given: nothing that is simulated depends on them but
//! membership rules (R17).

/// A property of a user or a group, by its number in [`Property::NAMES`].
///
/// Numbers are frozen with the release that brings them, because links and files hold them; later ones come at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Property(u8);

macro_rules! properties {
    ($($(#[$doc:meta])* $number:literal $constant:ident $name:literal,)*) => {
        impl Property {
            $($(#[$doc])* pub const $constant: Property = Property($number);)*
            /// Graph's names, by number.
            pub const NAMES: &[&str] = &[$($name),*];
        }

        #[cfg(test)]
        const NUMBERS: &[u8] = &[$($number),*];
    };
}

properties! {
    /// `department` of a user.
    0 DEPARTMENT "department",
    /// `jobTitle` of a user.
    1 JOB_TITLE "jobTitle",
    /// `companyName` of a user.
    2 COMPANY_NAME "companyName",
    /// `country` of a user.
    3 COUNTRY "country",
    /// `state` of a user: the province.
    4 STATE "state",
    /// `city` of a user.
    5 CITY "city",
    /// `officeLocation` of a user.
    6 OFFICE_LOCATION "officeLocation",
    /// `employeeType` of a user.
    7 EMPLOYEE_TYPE "employeeType",
    /// `employeeId` of a user.
    8 EMPLOYEE_ID "employeeId",
    /// `givenName` of a user.
    9 GIVEN_NAME "givenName",
    /// `surname` of a user.
    10 SURNAME "surname",
    /// `preferredLanguage` of a user or a group.
    11 PREFERRED_LANGUAGE "preferredLanguage",
    /// `postalCode` of a user.
    12 POSTAL_CODE "postalCode",
    /// `streetAddress` of a user.
    13 STREET_ADDRESS "streetAddress",
    /// `mobilePhone` of a user.
    14 MOBILE_PHONE "mobilePhone",
    /// `businessPhones` of a user, one a line.
    15 BUSINESS_PHONES "businessPhones",
    /// `faxNumber` of a user.
    16 FAX_NUMBER "faxNumber",
    /// `otherMails` of a user, one a line.
    17 OTHER_MAILS "otherMails",
    /// `createdDateTime` of a user or a group.
    18 CREATED "createdDateTime",
    /// `employeeHireDate` of a user.
    19 EMPLOYEE_HIRE_DATE "employeeHireDate",
    /// `aboutMe` of a user.
    20 ABOUT_ME "aboutMe",
    /// `ageGroup` of a user.
    21 AGE_GROUP "ageGroup",
    /// `consentProvidedForMinor` of a user.
    22 CONSENT_PROVIDED_FOR_MINOR "consentProvidedForMinor",
    /// `passwordPolicies` of a user.
    23 PASSWORD_POLICIES "passwordPolicies",
    /// `preferredDataLocation` of a user or a group.
    24 PREFERRED_DATA_LOCATION "preferredDataLocation",
    /// `onPremisesImmutableId` of a user.
    25 IMMUTABLE_ID "onPremisesImmutableId",
    /// `description` of a group.
    26 DESCRIPTION "description",
    /// `mailNickname` of a group.
    27 GROUP_NICKNAME "mailNickname",
    /// `mail` of a group.
    28 GROUP_MAIL "mail",
    /// `visibility` of a group.
    29 VISIBILITY "visibility",
    /// `classification` of a group.
    30 CLASSIFICATION "classification",
    /// `theme` of a group.
    31 THEME "theme",
    /// `uniqueName` of a group.
    32 UNIQUE_NAME "uniqueName",
}

impl Property {
    /// Characters of a value.
    pub const LONGEST: usize = 1024;

    /// The property with this number.
    pub fn from_number(number: u32) -> Option<Property> {
        let number = u8::try_from(number).ok()?;
        Property::NAMES.get(usize::from(number)).map(|_| Property(number))
    }

    /// Its number.
    pub const fn number(self) -> u32 {
        self.0 as u32
    }

    /// Graph's name of it.
    pub fn name(self) -> &'static str {
        Property::NAMES.get(usize::from(self.0)).copied().unwrap_or_default()
    }

    /// Whether its values say who somebody is, so that whoever leaves names out leaves it out as well.
    pub const fn names_somebody(self) -> bool {
        matches!(
            self,
            Property::EMPLOYEE_ID
                | Property::GIVEN_NAME
                | Property::SURNAME
                | Property::POSTAL_CODE
                | Property::STREET_ADDRESS
                | Property::MOBILE_PHONE
                | Property::BUSINESS_PHONES
                | Property::FAX_NUMBER
                | Property::OTHER_MAILS
                | Property::ABOUT_ME
                | Property::IMMUTABLE_ID
                | Property::DESCRIPTION
                | Property::GROUP_NICKNAME
                | Property::GROUP_MAIL
                | Property::UNIQUE_NAME
        )
    }

    /// The property of this name in any case.
    pub fn from_name(name: &str) -> Option<Property> {
        Property::NAMES.iter().zip(0..).find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, at)| Property(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_property_stands_under_its_number() {
        for (number, name) in NUMBERS.iter().zip(Property::NAMES) {
            let property = Property(*number);
            assert_eq!((property.name(), Property::from_name(name)), (*name, Some(property)));
        }
        assert_eq!(Property::from_number(Property::NAMES.len() as u32), None);
    }
}

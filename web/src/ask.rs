//! What the page asks before it sends a command.

use leptos::prelude::RwSignal;
use licensing_model::{ContactId, GroupId, ProductId, UserId};
use licensing_session::foresight::Ailing;
use licensing_view::table::Ids;

/// The rows of a table that are selected, by their ids.
pub(crate) type Selection = RwSignal<Ids>;

/// A question that a dialog asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    /// A new user.
    NewUser,
    /// A new group.
    NewGroup,
    /// A product that is not in the tenant yet.
    BuyProduct,
    /// What somebody looks for, anywhere.
    Find,
    /// Which keys there are.
    Keys,
    /// A sample tenant instead of the one that is open.
    Sample,
    /// A link that was copied from somewhere.
    Link,
    /// The sample with five errors, without asking: a dialog's piece has it, so that the first load does without.
    FiveErrors,
    /// Which of the stored tenants is opened, and what else becomes of them.
    Tenants,
    /// Which moment of the history one goes to.
    History,
    /// The units of a product.
    Units(ProductId),
    /// Which product a group gets, with which plans.
    AssignToGroup(GroupId),
    /// Which plans of a product a group gives.
    ChangeGroupPlans(GroupId, ProductId),
    /// Which product a user gets directly, with which plans.
    AssignToUser(UserId),
    /// Which plans of a direct license are on.
    ChangeUserPlans(UserId, ProductId),
    /// Who joins a group.
    AddMembers(GroupId),
    /// Which group a user joins.
    AddToGroup(UserId),
    /// Which group the selected users join.
    AddSelectedToGroup(Selection),
    /// Several new users.
    NewUsers,
    /// A group's name.
    RenameGroup(GroupId),
    /// Who decides on the members of a group.
    MembershipRule(GroupId),
    /// A user's usage location.
    Location(UserId),
    /// A user's addresses.
    Addresses(UserId),
    /// A user's names, and whether the user can sign in.
    EditUser(UserId),
    /// Which products the selected users get directly.
    AssignToUsers(Selection),
    /// Which products the selected groups get.
    AssignToGroups(Selection),
    /// A new contact.
    NewContact,
    /// A contact's name and addresses.
    EditContact(ContactId),
    /// Which plan Microsoft adds to a product.
    AddPlan(ProductId),
    /// What mends the errors of a user or a group.
    Mend(Ailing),
}

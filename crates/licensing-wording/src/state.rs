//! Microsoft's states. In English they are the values themselves, as the portal and Graph show them.

use licensing_model::units::CapabilityStatus;
use licensing_model::{AssignmentState, ProcessingState};

use crate::text::Text;
use crate::words::Words;

impl Words {
    /// The state of a path.
    pub fn assignment_state(self, state: AssignmentState) -> &'static str {
        self.text(match state {
            AssignmentState::Active => Text::STATE_ACTIVE,
            AssignmentState::ActiveWithError => Text::STATE_ACTIVE_WITH_ERROR,
            AssignmentState::Disabled => Text::STATE_DISABLED,
            AssignmentState::Error => Text::STATE_ERROR,
        })
    }

    /// `licenseProcessingState` of a group.
    pub fn processing_state(self, state: ProcessingState) -> &'static str {
        self.text(match state {
            ProcessingState::QueuedForProcessing => Text::PROCESSING_QUEUED,
            ProcessingState::ProcessingInProgress => Text::PROCESSING_IN_PROGRESS,
            ProcessingState::ProcessingComplete => Text::PROCESSING_COMPLETE,
        })
    }

    /// `capabilityStatus` of a subscription.
    pub fn capability_status(self, status: CapabilityStatus) -> &'static str {
        self.text(match status {
            CapabilityStatus::Enabled => Text::SUBSCRIPTION_ENABLED,
            CapabilityStatus::Warning => Text::SUBSCRIPTION_WARNING,
            CapabilityStatus::Suspended => Text::SUBSCRIPTION_SUSPENDED,
            CapabilityStatus::LockedOut => Text::SUBSCRIPTION_LOCKED_OUT,
            CapabilityStatus::Deleted => Text::SUBSCRIPTION_DELETED,
        })
    }
}

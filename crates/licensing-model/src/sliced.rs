//! Long work in slices.

/// Work that is done a slice at a time, so that whoever waits for it has a turn in between, can say how far it is, and
/// cancels it by dropping it.
pub trait Sliced {
    /// What can go wrong on the way; [`Infallible`](core::convert::Infallible) where nothing can.
    type Fault;

    /// Goes on for about `work` units, one at least: users, steps, words, whatever the work is made of. Answers whether
    /// everything is done.
    ///
    /// # Errors
    /// What went wrong. The work comes to no end then.
    fn advance(&mut self, work: u32) -> Result<bool, Self::Fault>;

    /// How much is done, and how much there is in all, as far as that is known.
    fn progress(&self) -> (usize, usize);

    /// How much is done, in percent.
    fn percent(&self) -> usize {
        let (done, all) = self.progress();
        done.min(all).saturating_mul(100).checked_div(all).unwrap_or(100)
    }

    /// Does what is left in one go.
    ///
    /// # Errors
    /// What went wrong.
    fn complete(&mut self) -> Result<(), Self::Fault> {
        while !self.advance(u32::MAX)? {}
        Ok(())
    }
}

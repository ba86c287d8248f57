namespace Keyline.Identity.Authenticators.Throttling;

/// <summary>Whether an attempt may be made now.</summary>
public abstract record Admission
{
    private Admission()
    {
    }

    /// <summary>It may. It counts as failed until <see cref="Throttle.SucceededAsync"/> says otherwise.</summary>
    public sealed record Admitted : Admission
    {
        internal Admitted(Attempt attempt) => Attempt = attempt;

        public Attempt Attempt { get; }
    }

    /// <summary>It may not: the secret must not even be looked at.</summary>
    /// <param name="RetryAfter">After how much time it makes sense to try again.</param>
    /// <param name="Rule">Which rule refused, for the audit log.</param>
    public sealed record Wait(TimeSpan RetryAfter, string Rule) : Admission;
}

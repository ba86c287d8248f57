namespace Keyline.OpenId.Keys;

/// <summary>
/// Decides when a key set is fetched again. Keys change without notice, so an unknown <c>kid</c> asks for a new set at
/// once, but a stranger who invents <c>kid</c>s must not make us ask the provider without end.
/// </summary>
public sealed record KeySetAge
{
    /// <summary>When the set that is in use was fetched.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>When the last attempt to fetch began, whether it succeeded or not.</summary>
    public required DateTimeOffset AttemptedAt { get; init; }

    /// <summary>Age at which the set is fetched again in the background.</summary>
    public TimeSpan RefreshAfter { get; init; } = TimeSpan.FromHours(6);

    /// <summary>Age at which the set is not used any more: a withdrawn key must not live on because the provider is away.</summary>
    public TimeSpan RefuseAfter { get; init; } = TimeSpan.FromDays(3);

    /// <summary>Shortest time between two attempts, whatever asks for them.</summary>
    public TimeSpan Between { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Shortest time between two attempts when the provider itself named the key: its token endpoint answered us, so nobody
    /// else can have invented the <c>kid</c>, and every second of waiting is a refused person.
    /// </summary>
    public TimeSpan BetweenForProvider { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What to do before a verification.</summary>
    /// <param name="now">The time.</param>
    public KeySetDecision DecideBeforeUse(DateTimeOffset now)
    {
        var age = now - FetchedAt;
        var may = now - AttemptedAt >= Between;
        return age >= RefuseAfter ? (may ? KeySetDecision.FetchFirst : KeySetDecision.Refuse)
            : age >= RefreshAfter && may ? KeySetDecision.UseAndFetch
            : KeySetDecision.Use;
    }

    /// <summary>What to do after <see cref="OAuthFaultCode.UnknownKey"/>: fetch and verify once more, or refuse.</summary>
    /// <param name="now">The time.</param>
    /// <param name="fromProvider">Whether the token came straight from the provider's token endpoint.</param>
    public KeySetDecision DecideAfterUnknownKey(DateTimeOffset now, bool fromProvider = false) =>
        now - AttemptedAt >= (fromProvider ? BetweenForProvider : Between) ? KeySetDecision.FetchFirst : KeySetDecision.Refuse;
}

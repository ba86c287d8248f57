namespace Keyline.Identity.Authenticators.Throttling;

/// <summary>How one kind of counter grows, makes wait and forgives. Pure.</summary>
/// <param name="Free">How many failures cost nothing.</param>
/// <param name="FirstWait">The wait after the first failure beyond the free ones; each further failure doubles it.</param>
/// <param name="LongestWait">The wait does not grow beyond this.</param>
/// <param name="ForgiveEvery">One failure is forgotten each time this much has passed.</param>
internal sealed record ThrottleRule(int Free, TimeSpan FirstWait, TimeSpan LongestWait, TimeSpan ForgiveEvery)
{
    private const int MostFailures = 10_000;

    /// <summary>One account from one address.</summary>
    public static readonly ThrottleRule Narrow = new(5, TimeSpan.FromSeconds(2), TimeSpan.FromHours(1), TimeSpan.FromMinutes(30));

    /// <summary>One account from the addresses of one organization.</summary>
    public static readonly ThrottleRule Wide = new(20, TimeSpan.FromSeconds(2), TimeSpan.FromHours(1), TimeSpan.FromMinutes(15));

    /// <summary>One account from one network, while the account as a whole is under attack.</summary>
    public static readonly ThrottleRule Pressed = new(1, TimeSpan.FromMinutes(1), TimeSpan.FromHours(12), TimeSpan.FromMinutes(30));

    /// <summary>Any account from one address: one password tried on many accounts.</summary>
    public static readonly ThrottleRule Network = new(60, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(1));

    /// <summary>One account from anywhere. It makes nobody wait by itself: beyond the free failures it sets <see cref="Pressed"/>.</summary>
    public static readonly ThrottleRule Account = new(100, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromMinutes(15));

    /// <summary>One account from its own known-good device.</summary>
    public static readonly ThrottleRule Device = new(10, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(5));

    /// <summary>How many failures still count.</summary>
    public int CountNow(ThrottleCounter? counter, DateTimeOffset now) => Forgive(counter, now).Failures;

    /// <summary>The counter after one more attempt, which counts as failed until it is known to have succeeded.</summary>
    public ThrottleCounter Count(ThrottleKey key, TenantId tenant, ThrottleCounter? counter, DateTimeOffset now)
    {
        var (before, since) = Forgive(counter, now);
        var failures = Math.Min(MostFailures, before + 1);
        return new ThrottleCounter
        {
            Key = key,
            TenantId = tenant,
            Failures = failures,
            CountedAt = since,
            BlockedUntil = now + WaitAfter(failures),
            ExpiresAt = now + WaitAfter(failures) + (failures * ForgiveEvery),
        };
    }

    /// <summary>The counter without its last attempt, which turned out to be a success.</summary>
    public ThrottleCounter TakeBack(ThrottleCounter counter, DateTimeOffset now)
    {
        var (failures, since) = Forgive(counter, now);
        return counter with { Failures = Math.Max(0, failures - 1), CountedAt = since, BlockedUntil = now };
    }

    /// <summary>How long to wait after so many failures.</summary>
    public TimeSpan WaitAfter(int failures)
    {
        if (failures <= Free || FirstWait == TimeSpan.Zero)
        {
            return TimeSpan.Zero;
        }

        var wait = FirstWait * Math.Pow(2, Math.Min(30, failures - Free - 1));
        return wait < LongestWait ? wait : LongestWait;
    }

    // What is left over of the time towards the next forgiveness is kept, so that steady rare failures are forgiven too.
    private (int Failures, DateTimeOffset Since) Forgive(ThrottleCounter? counter, DateTimeOffset now)
    {
        if (counter is null)
        {
            return (0, now);
        }

        var forgiven = (long)Math.Max(0, Math.Floor((now - counter.CountedAt) / ForgiveEvery));
        return forgiven >= counter.Failures
            ? (0, now)
            : ((int)(counter.Failures - forgiven), counter.CountedAt + (forgiven * ForgiveEvery));
    }
}

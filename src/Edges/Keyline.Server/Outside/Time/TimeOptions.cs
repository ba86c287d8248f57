namespace Keyline.Server.Outside.Time;

/// <summary>Which time servers say what time it is.</summary>
public sealed class TimeOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Time";

    /// <summary>Servers as <c>NAME</c> or <c>NAME:PORT</c>. Without any, the offset is not measured.</summary>
    public IList<string> Servers { get; } = [];

    /// <summary>How long to wait for each.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How far servers may be apart before none is believed.</summary>
    public TimeSpan Spread { get; set; } = TimeSpan.FromSeconds(5);
}

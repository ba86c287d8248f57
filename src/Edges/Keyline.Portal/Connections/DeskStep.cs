namespace Keyline.Portal.Connections;

/// <summary>The steps of setting a connection up, in order.</summary>
public enum DeskStep
{
    Values,
    Idp,
    Attributes,
    Test,
    Enable,

    /// <summary>The console's page of facts.</summary>
    Overview,

    /// <summary>The console's page of options.</summary>
    Options,

    /// <summary>The console's page of traces.</summary>
    Traces,
}

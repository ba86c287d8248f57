namespace Keyline.Server.Cli.Doctor;

/// <summary>How bad a finding is.</summary>
internal enum FindingLevel
{
    Ok,

    /// <summary>It works, and will not for ever.</summary>
    Warn,

    /// <summary>Something does not work.</summary>
    Fail,
}

namespace Keyline.Identity.Authenticators;

/// <summary>A second proof that was checked and is used up: only the check makes one.</summary>
public sealed class ProvedFactor
{
    internal ProvedFactor(SecondFactor kind, string name)
    {
        Kind = kind;
        Name = name;
    }

    public SecondFactor Kind { get; }

    /// <summary>What it was, for the audit log.</summary>
    public string Name { get; }
}

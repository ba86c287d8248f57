namespace Keyline.Portal.Account;

/// <summary>A role with its scope, and why the person has it.</summary>
/// <param name="Name">The role.</param>
/// <param name="Scope">Where it holds.</param>
/// <param name="Why">Each reason in a sentence, to the person.</param>
public sealed record RoleLine(string Name, string Scope, IReadOnlyList<string> Why);

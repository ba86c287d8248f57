namespace Keyline.Server.Human.Access;

/// <summary>What the gate says to somebody it does not let pass.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Type">The problem's stable type, the end of its URI.</param>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Advice">What to do.</param>
public sealed record Refusal(int Status, string Type, string Title, string Advice);

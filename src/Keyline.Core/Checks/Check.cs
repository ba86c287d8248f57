namespace Keyline.Checks;

/// <summary>One check of a message, as the connection test and the sign-in trace show it. Holds no secret.</summary>
/// <param name="Name">What was checked, in the words of the specification.</param>
/// <param name="Verdict">How it ended.</param>
/// <param name="Expected">What would have passed.</param>
/// <param name="Came">What the message held.</param>
public sealed record Check(string Name, CheckVerdict Verdict, string Expected, string Came);

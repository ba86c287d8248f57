namespace Keyline.Identity.Federation.Managing;

/// <summary>Something about a connection that somebody should know.</summary>
/// <param name="Weight">How much it matters.</param>
/// <param name="Title">What, in a few words.</param>
/// <param name="Text">What follows from it and what to do.</param>
public sealed record ConnectionRemark(RemarkWeight Weight, string Title, string Text);

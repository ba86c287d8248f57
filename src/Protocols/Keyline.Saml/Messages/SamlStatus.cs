namespace Keyline.Saml.Messages;

/// <summary>How a request ended (Core 3.2.2.1).</summary>
/// <param name="Code">One of the top-level <see cref="StatusCodes"/>.</param>
/// <param name="SubCode">A closer one, if any.</param>
/// <param name="Message">What the other side says of it, if anything.</param>
public sealed record SamlStatus(string Code, string? SubCode = null, string? Message = null)
{
    /// <summary>It worked.</summary>
    public static SamlStatus Success { get; } = new(StatusCodes.Success);

    /// <summary>Whether it worked.</summary>
    public bool IsSuccess => Code == StatusCodes.Success;
}

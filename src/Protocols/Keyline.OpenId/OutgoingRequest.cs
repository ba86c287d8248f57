using Keyline.OpenId.Documents;
using Keyline.Secrets;

namespace Keyline.OpenId;

/// <summary>A request to a provider, ready to be sent by whoever does the sending.</summary>
public sealed record OutgoingRequest
{
    /// <summary>The HTTP method: <c>GET</c> or <c>POST</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Where it goes; absolute, and without secrets.</summary>
    public required Uri Address { get; init; }

    /// <summary>The fields of the form, when the body is one.</summary>
    public IReadOnlyList<RequestField> Form { get; init; } = [];

    /// <summary>The headers, the media types of <c>Accept</c> among them.</summary>
    public IReadOnlyList<RequestField> Headers { get; init; } = [];

    /// <summary>The body as JSON, when the body is not a form.</summary>
    public SecretText? Json { get; init; }

    /// <summary>The content type of the body, or null without a body.</summary>
    public string? ContentType => Json is not null ? "application/json" : Form.Count > 0 ? "application/x-www-form-urlencoded" : null;

    /// <summary>The body as it goes over the wire, or null without one.</summary>
    public SecretText? Body => Json ?? (Form.Count > 0
        ? new SecretText(FormText.Write(Form.Select(item => (item.Name, item.Value.Reveal()))))
        : null);
}

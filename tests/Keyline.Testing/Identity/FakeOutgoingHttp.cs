using Keyline.Identity.Federation.Outgoing;
using Keyline.OpenId;
using Keyline.Secrets;

namespace Keyline.Testing.Identity;

/// <summary>The outside, as far as a test has put it there: an address answers, everything else is unreachable.</summary>
public sealed class FakeOutgoingHttp : IOutgoingHttp
{
    private readonly Dictionary<Uri, (int Status, string Body)> _answers = [];

    public void Answer(string address, string body, int status = 200) => _answers[new Uri(address)] = (status, body);

    public Task<Result<ProviderAnswer, OutgoingFault>> SendAsync(OutgoingRequest request, CancellationToken ct) =>
        Task.FromResult<Result<ProviderAnswer, OutgoingFault>>(_answers.TryGetValue(request.Address, out var answer)
            ? new ProviderAnswer(answer.Status, new SecretText(answer.Body))
            : new OutgoingFault(OutgoingFaultCode.Unreachable, $"nobody answers at {request.Address.Host}"));
}

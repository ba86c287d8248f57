using System.Buffers.Text;
using Keyline.Secrets;

namespace Keyline.Core.Tests.Secrets;

public class BearerSecretTests
{
    [Fact]
    public void Every_secret_is_256_random_bits_in_base64url()
    {
        var secrets = Enumerable.Range(0, 1000).Select(_ => BearerSecret.New().Reveal()).ToList();

        Assert.All(secrets, secret => Assert.Equal(BearerSecret.Length, secret.Length));
        Assert.All(secrets, secret => Assert.Equal(32, Base64Url.DecodeFromChars(secret).Length));
        Assert.Equal(1000, secrets.Distinct().Count());

        // Each bit is set about half of the time: 500 ± 8 standard deviations.
        for (var bit = 0; bit < 256; bit++)
        {
            var set = secrets.Count(secret => (Base64Url.DecodeFromChars(secret)[bit / 8] >> (bit % 8) & 1) == 1);
            Assert.InRange(set, 374, 626);
        }
    }

    [Fact]
    public void The_hash_is_sha_256_of_the_text() => Assert.Equal(
        "2BB80D537B1DA3E38BD30361AA855686BDE0EACD7162FEF6A25FE97BF527A25B",
        Convert.ToHexString(BearerSecret.Hash(new SecretText("secret"))));
}

using System.Text;

namespace JaxNet.Tests.Logging;

/// <summary>Published checks: that of the catalogue of parametrised CRC algorithms, and those of RFC 3720, appendix B.4.</summary>
public class Crc32CTests
{
    [Fact]
    public void The_digits_have_the_check_of_the_catalogue() => Assert.Equal(0xE3069283, Crc32C.Of("123456789"u8));

    [Fact]
    public void The_blocks_of_the_standard_have_its_checks()
    {
        Assert.Equal(0x8A9136AAu, Crc32C.Of(new byte[32]));
        Assert.Equal(0x62A8AB43u, Crc32C.Of(Enumerable.Repeat((byte)0xFF, 32).ToArray()));
        Assert.Equal(0x46DD794Eu, Crc32C.Of(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray()));
        Assert.Equal(0x113FDB5Cu, Crc32C.Of(Enumerable.Range(0, 32).Select(i => (byte)(31 - i)).ToArray()));
    }

    [Fact]
    public void Nothing_has_the_check_zero() => Assert.Equal(0u, Crc32C.Of([]));

    // The mask is stated in TensorFlow's record format: ((crc >> 15) | (crc << 17)) + 0xa282ead8. By hand for 0xE3069283:
    // E3069283 >> 15 = 1C60D, E3069283 << 17 = 25060000, together 2507C60D, and the sum is C78AB0E5.
    [Fact]
    public void The_mask_rotates_and_adds() => Assert.Equal(0xC78AB0E5, Crc32C.Masked(Encoding.ASCII.GetBytes("123456789")));
}

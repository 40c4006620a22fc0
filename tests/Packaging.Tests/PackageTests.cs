using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Packaging.Tests;

/// <summary>What is inside of the packages, and where.</summary>
public sealed class PackageTests
{
    // The compiler of Visual Studio 17.14 and of the .NET SDK 9.0.300. One that is older than a generator's reference can't load it.
    private static readonly Version s_oldestCompiler = new(4, 14, 0, 0);

    [Theory]
    [InlineData("JaxNet", "lib/net10.0/JaxNet.dll", "lib/net10.0/JaxNet.xml", "analyzers/dotnet/cs/JaxNet.Generators.dll", "analyzers/dotnet/cs/JaxNet.CodeFixes.dll", "buildTransitive/JaxNet.props", "buildTransitive/JaxNet.targets")]
    [InlineData("TorchSharp.Lite", "lib/net10.0/TorchSharp.dll", "lib/net10.0/TorchSharp.xml", "buildTransitive/TorchSharp.Lite.targets", "buildTransitive/torchlite.cpp", "buildTransitive/allocator.cpp", "buildTransitive/products.cpp", "buildTransitive/script.cpp", "buildTransitive/values.h")]
    [InlineData("JaxNet.Templates", "content/jaxnet/.template.config/template.json", "content/jaxnet/.gitignore")]
    public void Each_file_is_where_NuGet_and_the_compiler_look_for_it(string package, params string[] files)
    {
        using var archive = Open(package);
        Assert.Equal([], files.Union(["README.md", "icon.png"]).Except(archive.Entries.Select(entry => entry.FullName)));
    }

    [Theory]
    [InlineData("JaxNet")]
    [InlineData("TorchSharp.Lite")]
    [InlineData("JaxNet.Templates")]
    public void The_package_says_what_it_is_and_depends_on_nothing(string package)
    {
        using var archive = Open(package);
        var nuspec = XDocument.Load(archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec")).Open());
        string Text(string name) => nuspec.Descendants().Single(element => element.Name.LocalName == name).Value;

        Assert.Equal((package, Build.Version, "MIT", "README.md", "icon.png"), (Text("id"), Text("version"), Text("license"), Text("readme"), Text("icon")));
        Assert.DoesNotContain(nuspec.Descendants(), element => element.Name.LocalName == "dependency");
    }

    [Theory]
    [InlineData("analyzers/dotnet/cs/JaxNet.Generators.dll")]
    [InlineData("analyzers/dotnet/cs/JaxNet.CodeFixes.dll")]
    public void The_generator_loads_in_the_compiler_of_the_SDK_before(string file)
    {
        using var archive = Open("JaxNet");
        using var assembly = new PEReader(Read(archive, file));
        var reader = assembly.GetMetadataReader();
        var roslyn = reader.AssemblyReferences.Select(reader.GetAssemblyReference)
            .Where(reference => reader.GetString(reference.Name).StartsWith("Microsoft.CodeAnalysis"))
            .Select(reference => reference.Version)
            .ToList();

        Assert.NotEmpty(roslyn);
        Assert.All(roslyn, version => Assert.True(version <= s_oldestCompiler, $"{version}"));
    }

    /// <summary>Whichever engine it was packed with: the compiler takes assemblies for the same that have one name and one key.</summary>
    [Fact]
    public void The_library_goes_with_either_engine()
    {
        using var library = Open("JaxNet");
        using var assembly = new PEReader(Read(library, "lib/net10.0/JaxNet.dll"));
        var reader = assembly.GetMetadataReader();
        var engine = reader.AssemblyReferences.Select(reader.GetAssemblyReference).Single(reference => reader.GetString(reference.Name) == "TorchSharp");
        Assert.Equal("67b0e5e1da516a1c", Convert.ToHexStringLower(reader.GetBlobBytes(engine.PublicKeyOrToken)));

        using var lite = Open("TorchSharp.Lite");
        using var replacement = new PEReader(Read(lite, "lib/net10.0/TorchSharp.dll"));
        var identity = replacement.GetMetadataReader().GetAssemblyDefinition().GetAssemblyName();
        Assert.Equal("67b0e5e1da516a1c", Convert.ToHexStringLower(identity.GetPublicKeyToken()!));
    }

    [Theory]
    [InlineData("JaxNet", "JaxNet")]
    [InlineData("TorchSharp.Lite", "TorchSharp")]
    public void Symbols_carry_the_sources(string package, string assembly)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Build.Packages, $"{package}.{Build.Version}.snupkg"));
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(Read(archive, $"lib/net10.0/{assembly}.pdb"));
        var reader = symbols.GetMetadataReader();
        var embedded = new Guid("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

        Assert.NotEmpty(reader.Documents);
        Assert.All(reader.Documents, document => Assert.Contains(
            reader.GetCustomDebugInformation(document),
            information => reader.GetGuid(reader.GetCustomDebugInformation(information).Kind) == embedded));
    }

    private static ZipArchive Open(string package) => ZipFile.OpenRead(Path.Combine(Build.Packages, $"{package}.{Build.Version}.nupkg"));

    private static MemoryStream Read(ZipArchive archive, string file)
    {
        var content = new MemoryStream();
        using (var entry = archive.GetEntry(file)!.Open()) entry.CopyTo(content);
        content.Position = 0;
        return content;
    }
}

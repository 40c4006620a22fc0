using JaxNet.Reference;

if (args is not [var library, var folder])
{
    Console.Error.WriteLine("Usage: JaxNet.Reference <library.dll, its .xml beside it> <folder for the pages>");
    return 1;
}

if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
Directory.CreateDirectory(folder);
var pages = new ReferencePages(Api.Load(library));
foreach (var (name, text) in pages.Write()) File.WriteAllText(Path.Combine(folder, name), text);
return 0;

Gem::Specification.new do |spec|
  spec.name          = "_theme"
  spec.version       = "1.2.3"
  spec.authors       = ["Ann", 'Bob']
  spec.summary       = "A summary"
  spec.add_runtime_dependency "jekyll-seo-tag", "~> 2.0"
  spec.add_dependency("jekyll")
end

# frozen_string_literal: true

Gem::Specification.new do |spec|
  spec.name        = "academicpages"
  spec.version     = "0.1.0"
  spec.authors     = ["The tincture authors"]
  spec.summary     = "A Jekyll theme for academics: publications, talks, teaching, portfolio, posts and a CV."
  spec.description = "Answers to the layout, include, configuration and front matter names that academicpages " \
                     "sites use. Written from scratch for tincture; builds with Jekyll 3.10 and 4 alike."
  spec.license     = "MIT"
  spec.metadata    = { "plugin_type" => "theme" }

  folders = "{_data,_includes,_layouts,_sass,assets}/**/*"
  spec.files = Dir.glob([folders, "LICENSE", "README.md"], base: __dir__).select do |path|
    File.file?(File.join(__dir__, path))
  end

  spec.required_ruby_version = ">= 2.7"
  spec.add_runtime_dependency "jekyll", ">= 3.10", "< 5.0"
end

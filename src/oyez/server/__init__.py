"""HTTP doors over the api, without logic of their own: `app` makes and runs them."""

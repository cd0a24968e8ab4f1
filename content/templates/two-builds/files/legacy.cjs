const { Shape } = require('kit')

exports.makeShape = () => new Shape()
